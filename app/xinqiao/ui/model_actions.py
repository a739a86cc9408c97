"""What the Models page does, with its jobs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.models import (
    AvailablePackage,
    CacheStatistics,
    IndexListing,
    InstalledModel,
    ModelInstalled,
    ModelNews,
    ModelProgress,
    ModelStage,
    ModelState,
)
from xinqiao.domain.settings import Settings
from xinqiao.domain.undo import Undo
from xinqiao.services.workbench import Workbench
from xinqiao.ui.desk import Desk
from xinqiao.ui.glossary_dialog import GlossaryDialog
from xinqiao.ui.jobs import LatestJob, Worker
from xinqiao.ui.model_sections import megabytes
from xinqiao.ui.models_page import ModelsPage

_IDLE_LOOK_MS = 30_000


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows of this machine."""

    models: list[InstalledModel]
    chosen: str
    in_use: tuple[str, str]
    leaves: bool
    updates: dict[str, AvailablePackage]
    languages: dict[str, str]
    kept: CacheStatistics
    terms: int
    problem: str = ""


class ModelActions(QObject):
    """Carries out what is asked for on the Models page.

    Signals:
        settings_changed: carries the new `Settings`.
        models_changed: another model may translate from now on.
        loading: what to say to the reader while a model loads; empty once it is there.
        crashed: a job met a bug; carries the exception.
    """

    settings_changed = Signal(object)
    models_changed = Signal()
    loading = Signal(str)
    crashed = Signal(object)
    _news = Signal(object)

    def __init__(self, page: ModelsPage, desk: Desk, model: Worker) -> None:
        """Take the parts.

        Args:
            model: where the translation model works.
        """
        super().__init__(desk)
        self._page, self._desk, self._model = page, desk, model
        self.settings = Settings()
        self._in_use = ""
        # A long download keeps nobody from choosing another model meanwhile.
        self._local, self._network = Worker("models"), Worker("network")
        self.list_job = LatestJob(self._local, self)
        self.change_job = LatestJob(self._local, self)
        self.configure_job = LatestJob(self._local, self)
        self.forget_job = LatestJob(self._local, self)
        self.index_job = LatestJob(self._network, self)
        self.size_job = LatestJob(self._network, self)
        self.install_job = LatestJob(self._network, self)
        self.server_job = LatestJob(self._network, self)
        self.try_job = LatestJob(model, self)
        self._idle_job = LatestJob(model, self)
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_LOOK_MS)
        self._idle.timeout.connect(self.release_if_idle)
        self._connect()
        page.show_settings(self.settings)

    @property
    def jobs(self) -> tuple[LatestJob, ...]:
        """Every job of the page."""
        return (
            *(self.list_job, self.change_job, self.configure_job, self.forget_job),
            *(self.index_job, self.size_job),
            *(self.install_job, self.server_job, self.try_job, self._idle_job),
        )

    def _connect(self) -> None:
        page = self._page
        page.installed.chosen.connect(self._choose)
        page.installed.remove_asked.connect(self._remove)
        page.installed.update_asked.connect(self._update)
        page.installed.file_asked.connect(self._choose_file)
        page.installed.more_asked.connect(self.get_more)
        page.offers.refresh_asked.connect(self.get_more)
        page.offers.install_asked.connect(self._install)
        page.offers.picked.connect(self._ask_size)
        page.offers.address_changed.connect(self._on_address)
        page.progress.cancel_asked.connect(self.install_job.cancel)
        page.trying.asked.connect(self._try)
        page.running.changed.connect(self._on_settings)
        page.server.changed.connect(self._on_settings)
        page.server.check_asked.connect(self._check_server)
        page.kept.forget_asked.connect(self._forget)
        page.kept.glossary_asked.connect(self.open_glossary)
        self.list_job.produced.connect(self._show)
        self.change_job.produced.connect(self._on_changed)
        self.configure_job.produced.connect(self._on_configured)
        self.forget_job.produced.connect(self._on_forgotten)
        self.index_job.produced.connect(self._on_listing)
        self.index_job.failed.connect(self._on_index_failed)
        self.size_job.produced.connect(lambda found: page.offers.show_size(*found))
        self.install_job.produced.connect(self._on_step)
        self.install_job.failed.connect(self._on_install_failed)
        self.install_job.stopped.connect(self._on_install_stopped)
        self.server_job.produced.connect(page.server.said.setText)
        self.server_job.failed.connect(
            lambda error: page.server.said.setText(f"{error.what} {error.next_step}".strip())
        )
        self.try_job.produced.connect(self._on_tried)
        self.try_job.failed.connect(self._on_try_failed)
        for job in (self.list_job, self.change_job, self.configure_job, self.forget_job):
            job.failed.connect(self._desk.show_error)
        for job in self.jobs:
            job.crashed.connect(self.crashed)
        self._news.connect(self._on_news)

    def set_bench(self, bench: Workbench) -> None:
        """Take the services over once the library is open."""
        bench.use_models.listen(self._news.emit)
        self._idle.start()

    def set_settings(self, settings: Settings) -> None:
        """Take over what was chosen, here or elsewhere."""
        if settings != self.settings:
            self.settings = settings
            self._page.show_settings(settings)

    def close(self) -> None:
        """Stop the jobs and wait for them."""
        self._idle.stop()
        for job in self.jobs:
            job.cancel()
        self._local.close()
        self._network.close()

    # -- what is there -------------------------------------------------------------------------

    def refresh(self) -> None:
        """List the models as they are now."""
        bench = self._desk.bench
        if bench is None:
            return

        def work(cancel: CancelToken) -> Iterator[Overview]:
            yield _overview(bench)

        self.list_job.start(work)

    def _show(self, seen: Overview) -> None:
        page = self._page
        page.installed.show_models(seen.models, seen.chosen, seen.in_use, seen.updates)
        page.trying.show_models(seen.models)
        page.running.show_languages(seen.languages, self.settings.target)
        page.kept.show_statistics(seen.kept, seen.terms)
        self._in_use = seen.in_use[0]
        if seen.problem:
            page.state.setText(seen.problem)
        elif seen.leaves:
            said = self.tr("{model} translates: what you read is sent to it.")
            page.state.setText(said.format(model=seen.in_use[0]))
        else:
            said = self.tr("{model} translates, on this machine; nothing you read leaves it.")
            page.state.setText(said.format(model=seen.in_use[0]))

    def _on_news(self, news: ModelNews) -> None:
        text = {
            ModelState.LOADING: self.tr("{model} is being loaded …"),
            ModelState.READY: self.tr("{model} is loaded and translates."),
            ModelState.RELEASED: self.tr("{model} gave its memory back; it loads again when needed."),
            ModelState.FAILED: self.tr("{model} cannot be used: {what} Another model takes its place."),
        }[news.state].format(model=news.name, what=news.what)
        self._page.state.setText(text)
        self.loading.emit(text if news.state is ModelState.LOADING else "")
        if news.state is ModelState.FAILED:
            self._desk.tell(text)
            self.refresh()

    def release_if_idle(self) -> None:
        """Give the model's memory back when nobody has read for long enough."""
        bench, minutes = self._desk.bench, self.settings.unload_minutes
        if bench is None or minutes == 0:
            return

        def work(cancel: CancelToken) -> Iterator[bool]:
            yield bench.use_models.release_if_idle(minutes)

        self._idle_job.start(work)

    # -- changing it ---------------------------------------------------------------------------

    def _change(self, do: Callable[[Workbench], Undo], said: str = "") -> None:
        bench = self._desk.bench
        if bench is None:
            return

        def work(cancel: CancelToken) -> Iterator[tuple[str, Undo]]:
            undo = do(bench)
            yield said or undo.description, undo

        self.change_job.start(work)

    def _on_changed(self, done: tuple[str, Undo]) -> None:
        said, undo = done
        self._desk.tell(said, undo, self._after_change)
        self._after_change()

    def _after_change(self) -> None:
        bench = self._desk.bench
        if bench is None:
            return
        if (chosen := bench.manage_models.chosen()) != self.settings.model:
            self.settings_changed.emit(replace(self.settings, model=chosen))
        self.refresh()
        self.models_changed.emit()

    def _choose(self, key: str) -> None:
        self._change(lambda bench: bench.manage_models.choose(key), self.tr("Another model translates now."))

    def _remove(self, model: InstalledModel) -> None:
        said = self.tr("Removed {model}.").format(model=model.model.name)
        self._change(lambda bench: bench.manage_models.remove(model.name), said)

    def _on_settings(self) -> None:
        before = self.settings
        changes = self._page.chosen_settings(before)
        settings = replace(before, **changes)  # type: ignore[arg-type]  # by the names of its fields
        if settings == before:
            return
        self.settings = settings
        self.settings_changed.emit(settings)
        bench = self._desk.bench
        if bench is None:
            return
        said = ""
        if settings.server_on and not before.server_on:
            said = self.tr("From now on what you read is sent to {server}.")
            said = said.format(server=settings.server_address)
        elif before.server_on and not settings.server_on:
            said = self.tr("Nothing you read leaves this machine any more.")
        same = replace(before, improve=True, unload_minutes=0) == replace(
            settings, improve=True, unload_minutes=0
        )

        def work(cancel: CancelToken) -> Iterator[tuple[str, bool]]:
            # Not here: whoever unpacks or loads a model now keeps this waiting.
            bench.use_models.configure(settings)
            yield said, not same

        self.configure_job.start(work)

    def _on_configured(self, done: tuple[str, bool]) -> None:
        said, other_answers = done
        if said:
            self._desk.tell(said)
        self.refresh()
        if other_answers:
            self.models_changed.emit()

    # -- installing ----------------------------------------------------------------------------

    def _choose_file(self) -> None:
        kinds = self.tr("Translation packages (*.argosmodel *.zip);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self._desk.window, self.tr("Install a package"), "", kinds)
        if file:
            self.install_files([Path(file)])

    def install_files(self, files: Sequence[Path]) -> None:
        """Install packages from files, one after the other."""
        bench = self._desk.bench
        if bench is None or not files:
            return
        self._page.progress.show_step(self.tr("Installing {name} …").format(name=files[0].name), 0, None)

        def work(cancel: CancelToken) -> Iterator[ModelProgress | ModelInstalled]:
            for file in files:
                yield from bench.manage_models.install_file(file, cancel)

        self.install_job.start(work)

    def _install(self, package: AvailablePackage) -> None:
        bench = self._desk.bench
        if bench is not None:
            self._page.progress.show_step(self.tr("Asking for {name} …").format(name=package.title), 0, None)
            self.size_job.cancel()
            self.install_job.start(lambda cancel: bench.manage_models.install(package, cancel))

    def _update(self, model: InstalledModel) -> None:
        bench = self._desk.bench
        if bench is not None:
            said = self.tr("Asking for {name} …").format(name=model.model.name)
            self._page.progress.show_step(said, 0, None)
            self.install_job.start(lambda cancel: bench.manage_models.update(model.name, cancel))

    def _on_step(self, step: ModelProgress | ModelInstalled) -> None:
        if isinstance(step, ModelInstalled):
            said = self.tr("Installed {model} {version}.").format(
                model=step.model.model.name, version=step.model.model.version
            )
            if step.sha256:
                said += " " + self.tr("SHA-256 of the file: {hash}").format(hash=step.sha256)
            self._page.progress.show_end(said)
            self._desk.tell(self.tr("Installed {model}.").format(model=step.model.model.name))
            self._after_change()
            return
        done = megabytes(step.done)
        if step.stage is ModelStage.DOWNLOADING:
            said = self.tr("Downloading: {done} of {total}") if step.total else self.tr("Downloading: {done}")
        else:
            said = self.tr("Installing: {done} of {total}")
        total = megabytes(step.total) if step.total else ""
        self._page.progress.show_step(said.format(done=done, total=total), step.done, step.total)

    def _on_install_failed(self, error: ReaderError) -> None:
        self._page.progress.show_end(f"{error.what} {error.next_step}".strip())
        self._desk.show_error(error)

    def _on_install_stopped(self) -> None:
        self._page.progress.show_end(self.tr("Stopped. What was downloaded is kept for the next try."))

    # -- the index -----------------------------------------------------------------------------

    def get_more(self) -> None:
        """Read the index and list its packages. Reaches the network."""
        bench = self._desk.bench
        if bench is None:
            return
        offers = self._page.offers
        offers.show_listing(bench.manage_models.available(), bench.manage_models.address)
        offers.search.setFocus()
        self._page.area.ensureWidgetVisible(offers)

        def work(cancel: CancelToken) -> Iterator[IndexListing]:
            yield bench.manage_models.refresh(cancel)

        self.index_job.start(work)

    def _on_listing(self, listing: IndexListing) -> None:
        self._page.offers.show_listing(listing, listing.address)
        self.refresh()  # there may be updates

    def _on_index_failed(self, error: ReaderError) -> None:
        self._page.offers.say(f"{error.what} {error.next_step}".strip())

    def _on_address(self, address: str) -> None:
        bench = self._desk.bench
        if address == self.settings.index_address or bench is None:
            return
        self.index_job.cancel()
        bench.manage_models.point_to(address)
        self.settings_changed.emit(replace(self.settings, index_address=address))
        self._page.offers.show_listing(bench.manage_models.available(), bench.manage_models.address)
        self._page.offers.say(self.tr("Press “Ask again” to read this list."))

    def _ask_size(self, package: AvailablePackage) -> None:
        bench = self._desk.bench
        if bench is None or self.install_job.running or not self._page.offers.isVisible():
            return

        def work(cancel: CancelToken) -> Iterator[tuple[AvailablePackage, int | None]]:
            yield package, bench.manage_models.size_of(package, cancel)

        self.size_job.start(work)

    # -- trying, checking, forgetting ----------------------------------------------------------

    def _try(self, text: str, key: str) -> None:
        bench = self._desk.bench
        if bench is None:
            return
        self._page.trying.show_answer("", self.tr("Translating …"))

        def work(cancel: CancelToken) -> Iterator[object]:
            yield bench.use_models.try_out(text, key, cancel)

        self.try_job.start(work)

    def _on_tried(self, tried: object) -> None:
        from xinqiao.services.use_models import Tried

        assert isinstance(tried, Tried)
        about = self.tr("{model}, {seconds} s").format(model=tried.model.name, seconds=f"{tried.seconds:.2f}")
        self._page.trying.show_answer(tried.english, about)

    def _on_try_failed(self, error: ReaderError) -> None:
        self._page.trying.show_answer("", f"{error.what} {error.next_step}".strip())

    def _check_server(self) -> None:
        bench = self._desk.bench
        if bench is None:
            return
        address, key, _on = self._page.server.values()
        self._page.server.said.setText(self.tr("Asking …"))
        answers = self.tr("{server} answers and translates Chinese to English.")

        def work(cancel: CancelToken) -> Iterator[str]:
            yield answers.format(server=bench.use_models.check_server(address, key, cancel))

        self.server_job.start(work)

    def _forget(self) -> None:
        bench = self._desk.bench
        if bench is None:
            return

        def work(cancel: CancelToken) -> Iterator[int]:
            yield bench.use_models.forget_translations()

        self.forget_job.start(work)

    def _on_forgotten(self, count: int) -> None:
        self._desk.tell(self.tr("Forgot %n translation(s); your own are all there.", "", count))
        self.refresh()

    def open_glossary(self) -> None:
        """Open the reader's glossary."""
        if self._desk.bench is None:
            return
        dialog = GlossaryDialog(self._desk.bench.keep_glossary, self._desk)
        dialog.changed.connect(self.models_changed)
        dialog.changed.connect(self.refresh)
        dialog.open()


def _overview(bench: Workbench) -> Overview:
    problem, in_use, leaves = "", ("", ""), False
    try:
        model, leaves = bench.use_models.in_use()
        in_use = (model.name, model.sha256)
    except ReaderError as error:
        problem = f"{error.what} {error.next_step}".strip()
    return Overview(
        models=bench.manage_models.installed(),
        chosen=bench.manage_models.chosen(),
        in_use=in_use,
        leaves=leaves,
        updates=bench.manage_models.updates(),
        languages=bench.use_models.languages(),
        kept=bench.use_models.statistics(),
        terms=len(bench.keep_glossary.terms()),
        problem=problem,
    )
