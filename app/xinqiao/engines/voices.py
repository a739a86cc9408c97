"""Says words aloud with a voice the machine has: espeak-ng, or the system's own. None is shipped."""

import shutil
import subprocess
import sys
from collections.abc import Sequence

from xinqiao.domain.ports import Voice

_ESPEAK = ("espeak-ng", "-v", "cmn-latn-pinyin", "--")
_SAPI = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
    "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$v=$s.GetInstalledVoices()|?{$_.VoiceInfo.Culture.Name -like 'zh*'}|select -First 1;"
    "if($v){$s.SelectVoice($v.VoiceInfo.Name);$s.Speak([Console]::In.ReadToEnd())}"
)


class ProgramVoice:
    """`Voice` by a program that is started for each word; a new word cuts the one before short."""

    def __init__(self, command: Sequence[str], *, reads_pinyin: bool, by_input: bool = False) -> None:
        """Take note of the program.

        Args:
            command: program and arguments; what is to be said follows as the last one.
            reads_pinyin: whether it is handed numbered pinyin, and so says the reading that was
                chosen, and not characters.
            by_input: whether it reads standard input instead.
        """
        self._command = tuple(command)
        self._reads_pinyin, self._by_input = reads_pinyin, by_input
        self._running: subprocess.Popen[bytes] | None = None

    def say(self, text: str, syllables: Sequence[str]) -> bool:
        """Begin to say a word or sentence and return at once; whether there is anything to say."""
        said = _for_espeak(syllables) if self._reads_pinyin else text
        if not said.strip():
            return False
        self.close()
        arguments = [*self._command] if self._by_input else [*self._command, said]
        try:
            process = subprocess.Popen(
                arguments,
                stdin=subprocess.PIPE if self._by_input else subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            return False  # it was there when it was looked for; silence is all that is lost
        self._running = process
        if process.stdin is not None:
            try:
                process.stdin.write(said.encode("utf-8", "replace"))
                process.stdin.close()
            except OSError:
                return False
        return True

    def close(self) -> None:
        """Fall silent."""
        running, self._running = self._running, None
        if running is not None:
            running.kill()
            running.wait()


def find_voice(platform: str = sys.platform) -> Voice | None:
    """A voice for Chinese on this machine, or None; takes a few milliseconds.

    espeak-ng comes first where it is installed: it alone can be told the reading.
    """
    if program := shutil.which("espeak-ng"):
        return ProgramVoice((program, *_ESPEAK[1:]), reads_pinyin=True)
    if platform == "darwin" and (program := shutil.which("say")):
        name = _mac_voice(program)
        return ProgramVoice((program, "-v", name), reads_pinyin=False) if name else None
    if platform == "win32" and (program := shutil.which("powershell")):
        command = (program, "-NoProfile", "-NonInteractive", "-Command", _SAPI)
        return ProgramVoice(command, reads_pinyin=False, by_input=True)
    return None


def _mac_voice(program: str) -> str:
    """The first Mandarin voice that `say` knows; empty when there is none."""
    try:
        listed = subprocess.run([program, "-v", "?"], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    for line in listed.stdout.splitlines():
        name, _, rest = line.partition("  ")
        if rest.strip().startswith("zh_CN"):
            return name.strip()
    return ""


def _for_espeak(syllables: Sequence[str]) -> str:
    """Numbered pinyin as espeak-ng reads it: `lu:4` is `lü4`, the 儿 of erhua is `er5`."""
    plain = (syllable.lower().replace("u:", "ü") for syllable in syllables if syllable != "xx5")
    return " ".join("er5" if syllable == "r5" else syllable for syllable in plain)
