package tritone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tritone.classification.Classifier;
import tritone.kernel.Arithmetic;
import tritone.text.Chain;
import tritone.text.TextAnalyzer;

/**
 * Opens the models that a command line names while the command line itself is still being set up, which takes as long: an
 * answer to a single review is there in two thirds of the time.
 */
final class ModelsAhead {
    private static final String ANY_TEXT = "It's good.";

    private final List<String> names;
    private final CompletableFuture<Classifier> opened;

    private ModelsAhead(List<String> names) {
        this.names = names;
        opened = new CompletableFuture<>();
    }

    /** Begins with what these arguments seem to ask for, if they are a classification's; they are not checked yet. */
    static ModelsAhead of(String[] args, String usual) {
        if (args.length == 0 || !args[0].equals(Subcommand.CLASSIFY.toString())) {
            return new ModelsAhead(List.of());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--model") && i + 1 < args.length) {
                names.add(args[++i]);
            } else if (args[i].startsWith("--model=")) {
                names.add(args[i].substring("--model=".length()));
            }
        }
        ModelsAhead ahead = new ModelsAhead(names.isEmpty() ? List.of(usual) : names);
        start(ahead::open, "tritone-open");
        // Nearly all of what any chain has to load stands in this one. The model's own takes its turn meanwhile.
        start(() -> new TextAnalyzer(Chain.DEFAULT).tokens(ANY_TEXT), "tritone-chain");
        return ahead;
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void open() {
        try {
            Classifier classifier = open(names);
            // Whatever a first answer has to load is loaded now, unless so many follow that it does not count.
            if (Arithmetic.fastest() == Arithmetic.SCALAR) {
                classifier.classify(ANY_TEXT);
            }
            opened.complete(classifier);
        } catch (Exception | Error e) {
            opened.completeExceptionally(e);
        }
    }

    private static Classifier open(List<String> names) throws Exception {
        Path[] others = new Path[names.size() - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = Models.folder(names.get(i + 1));
        }
        return Classifier.open(Models.folder(names.get(0)), others);
    }

    /** These models, ready to answer together. */
    Classifier classifier(List<String> asked) throws Exception {
        if (!asked.equals(names)) {
            return open(asked);
        }
        try {
            return opened.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }
}
