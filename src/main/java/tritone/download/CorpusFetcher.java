package tritone.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tritone.files.WholeFolder;

/**
 * Makes a folder of reviews of an archive that lies elsewhere. What was downloaded stays until the folder is there, so that
 * neither a broken connection nor a full disk costs it; the folder is there when it is whole. A stop that the watcher wants
 * ends everything here with a {@link CancellationException}.
 */
public final class CorpusFetcher {
    private final KnownCorpus corpus;
    private final Path downloads;
    private final Patience patience;
    private final FetchWatcher watcher;

    /** @param downloads the folder for what is on its way; made if it is missing */
    public CorpusFetcher(KnownCorpus corpus, Path downloads, Patience patience, FetchWatcher watcher) {
        this.corpus = corpus;
        this.downloads = downloads;
        this.patience = patience;
        this.watcher = watcher;
    }

    /** Replaces {@code folder} by what is made of the archive at this address. */
    public List<WrittenPart> fetch(URI from, Path folder) throws IOException {
        Files.createDirectories(downloads);
        DownloadLock lock = DownloadLock.take(downloads.resolve(corpus.archive().fileName() + ".lock"));
        try {
            Path archive = downloaded();
            if (!isThere(archive)) {
                new Download(corpus.archive(), from, archive, patience, watcher).run();
            }
            List<WrittenPart> parts = convert(archive, folder);
            Files.delete(archive);
            return parts;
        } finally {
            lock.close();
        }
    }

    /** The same of an archive that is on this machine, and stays there. */
    public List<WrittenPart> read(Path archive, Path folder) throws IOException {
        if (Files.isDirectory(archive)) {
            throw new DownloadException(archive + ": expected a file but found a folder");
        }
        Optional<String> fault = fault(archive);
        if (fault.isPresent()) {
            throw new DownloadException(archive + ": " + fault.get());
        }
        return convert(archive, folder);
    }

    /** How much is there for the next time, in words; nothing if nothing is. */
    public Optional<String> kept() throws IOException {
        Path part = downloaded().resolveSibling(corpus.archive().fileName() + ".part");
        for (Path kept : List.of(downloaded(), part)) {
            if (Files.exists(kept) && Files.size(kept) > 0) {
                return Optional.of(Download.kept(kept, corpus.archive().bytes()));
            }
        }
        return Optional.empty();
    }

    private Path downloaded() {
        return downloads.resolve(corpus.archive().fileName());
    }

    /** Whether an earlier run downloaded it, and what lies there is still right. */
    private boolean isThere(Path archive) throws IOException {
        return Files.isRegularFile(archive) && fault(archive).isEmpty();
    }

    private Optional<String> fault(Path archive) throws IOException {
        return corpus.archive().fault(archive, checked -> {
            checkStop();
            watcher.checked(checked, corpus.archive().bytes());
        });
    }

    private void checkStop() {
        if (watcher.isStopWanted()) {
            throw new CancellationException();
        }
    }

    private List<WrittenPart> convert(Path archive, Path folder) throws IOException {
        List<WrittenPart> parts = new ArrayList<>();
        try {
            WholeFolder.write(folder, part -> {
                parts.addAll(corpus.layout().write(archive, part, share -> {
                    checkStop();
                    watcher.converted(share);
                }));
                corpus.writeNote(part);
            });
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // What Java says of a full disk does not name what could not be written.
            throw new FileSystemException(folder.toString(), null, e.getMessage());
        }
        return parts;
    }
}
