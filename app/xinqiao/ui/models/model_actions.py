"""What the Models page does, with its jobs."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.models import InstalledModel, ModelNews, ModelState
from xinqiao.domain.settings import Settings
from xinqiao.domain.undo import Undo
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.desk import Desk
from xinqiao.ui.models.glossary_dialog import GlossaryDialog
from xinqiao.ui.models.model_overview import Overview, overview
from xinqiao.ui.models.models_page import ModelsPage
from xinqiao.ui.models.package_actions import PackageActions

_IDLE_LOOK_MS = 30_000


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
        self.packages = PackageActions(page, desk, self._network)
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
            *self.packages.jobs,
            *(self.server_job, self.try_job, self._idle_job),
        )

    def _connect(self) -> None:
        page = self._page
        page.installed.chosen.connect(self._choose)
        page.installed.remove_asked.connect(self._remove)
        page.offers.address_changed.connect(self._on_address)
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
        self.server_job.produced.connect(page.server.said.setText)
        self.server_job.failed.connect(lambda error: page.server.said.setText(in_words(error.whole)))
        self.try_job.produced.connect(self._on_tried)
        self.try_job.failed.connect(self._on_try_failed)
        local = (self.list_job, self.change_job, self.configure_job, self.forget_job)
        for job in local:
            job.failed.connect(self._desk.show_error)
        for source in (*local, self.server_job, self.try_job, self._idle_job, self.packages):
            source.crashed.connect(self.crashed)
        self.packages.installed.connect(self._after_change)
        self.packages.listed.connect(self.refresh)
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
            yield overview(bench)

        self.list_job.start(work)

    def _show(self, seen: Overview) -> None:
        page = self._page
        page.installed.show_models(seen.models, seen.chosen, seen.in_use, seen.updates)
        page.trying.show_models(seen.models)
        page.running.show_languages(seen.languages, self.settings.target)
        page.kept.show_statistics(seen.kept, seen.terms)
        self._in_use = seen.in_use[0]
        if seen.problem is not None:
            page.state.setText(in_words(seen.problem))
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
        }[news.state].format(model=news.name, what=in_words(news.why) if news.why is not None else "")
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
            yield said, undo

        self.change_job.start(work)

    def _on_changed(self, done: tuple[str, Undo]) -> None:
        said, undo = done
        self._desk.tell(said or in_words(undo.what), undo, self._after_change)
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

    def _on_address(self, address: str) -> None:
        if address == self.settings.index_address or self._desk.bench is None:
            return
        self.packages.point_to(address)
        self.settings_changed.emit(replace(self.settings, index_address=address))

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
        self._page.trying.show_answer("", in_words(error.whole))

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
