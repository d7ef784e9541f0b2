package tritone.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tritone.classification.DifferentLabelsException;
import tritone.comparison.NothingToCompareException;
import tritone.corpus.CorpusFormatException;
import tritone.download.ArchiveFormatException;
import tritone.download.DownloadException;
import tritone.inspection.PartChangedException;
import tritone.model.ModelFormatException;
import tritone.pretraining.PretrainingException;
import tritone.splitting.SplitException;
import tritone.tensors.TensorFormatException;
import tritone.text.WordFileException;
import tritone.training.CheckpointException;
import tritone.training.DivergenceException;
import tritone.training.PlanFormatException;
import tritone.training.TrainingDataException;
import tritone.vectors.VectorFormatException;
import tritone.vocabulary.VocabularyFormatException;

/** Exceptions as sentences and exit codes. An exception that no one expected keeps its stack trace. */
final class Failures {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    /** A minimum that was asked for. */
    static final int MISSED = 3;

    /** Some rows were bad, and what was asked for them was done. */
    static final int PARTLY = 4;

    /** What shells say of a process that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    /** Exceptions whose message is all that a user needs. */
    private static final List<Class<? extends RuntimeException>> SENTENCES = List.of(
            CorpusFormatException.class,
            ArchiveFormatException.class,
            DownloadException.class,
            WordFileException.class,
            VocabularyFormatException.class,
            VectorFormatException.class,
            TensorFormatException.class,
            ModelFormatException.class,
            PlanFormatException.class,
            CheckpointException.class,
            SplitException.class,
            TrainingDataException.class,
            PretrainingException.class,
            DivergenceException.class,
            DifferentLabelsException.class,
            NothingToCompareException.class,
            PartChangedException.class,
            MissingPartException.class,
            UnknownWordException.class,
            UnusableModelException.class);

    private Failures() {}

    static int wrongUsage(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("tritone: " + Escaped.text(mistake.getMessage()));
        boolean unknown = mistake instanceof CommandLine.UnmatchedArgumentException;
        if (!unknown && !command.getSubcommands().isEmpty()) {
            // Only its first word was typed: what can follow is the best hint.
            command.usage(err);
        } else {
            CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        err.flush();
        return WRONG_USAGE;
    }

    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Optional<String> sentence = sentence(failure);
        if (sentence.isPresent()) {
            err.println("tritone: " + Escaped.text(sentence.get()));
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }

    /** What is wrong with a row, in words. */
    static String words(Exception fault) {
        return Escaped.text(sentence(fault).orElseGet(fault::toString));
    }

    /** What went wrong in words; empty if this was not foreseen. Java 17 cannot switch over types. */
    private static Optional<String> sentence(Throwable failure) {
        if (failure instanceof UncheckedIOException wrapped) {
            return sentence(wrapped.getCause());
        }
        if (SENTENCES.stream().anyMatch(known -> known.isInstance(failure))) {
            return Optional.of(failure.getMessage());
        }
        if (failure instanceof NoSuchFileException missing) {
            return Optional.of(missing.getFile() + ": no such file or folder");
        }
        if (failure instanceof AccessDeniedException denied) {
            return Optional.of(denied.getFile() + ": permission denied");
        }
        if (failure instanceof FileAlreadyExistsException obstacle) {
            return Optional.of(obstacle.getFile() + ": is a file where a folder is needed");
        }
        if (failure instanceof NotDirectoryException file) {
            return Optional.of(file.getFile() + ": is no folder");
        }
        if (failure instanceof FileSystemLoopException loop) {
            return Optional.of(loop.getFile() + ": is a link to a folder that it lies in");
        }
        if (failure instanceof FileSystemException other) {
            String reason = other.getReason() == null ? other.getClass().getSimpleName() : other.getReason();
            return Optional.of(other.getFile() + ": " + reason);
        }
        return failure instanceof java.io.IOException
                ? Optional.of(String.valueOf(failure.getMessage()))
                : Optional.empty();
    }
}
