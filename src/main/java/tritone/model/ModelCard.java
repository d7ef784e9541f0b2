package tritone.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tritone.evaluation.ClassFigures;
import tritone.evaluation.Evaluation;
import tritone.tensors.Precision;
import tritone.tensors.Tensor;

/** A model's card: for people as Markdown, for programs as YAML before it. */
final class ModelCard {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private final String name;
    private final Model model;
    private final StringBuilder text = new StringBuilder();

    private ModelCard(String name, Model model) {
        this.name = name;
        this.model = model;
    }

    static String render(String name, Model model) {
        ModelCard card = new ModelCard(name, model);
        card.frontMatter();
        card.head();
        model.training().validation().ifPresent(card::results);
        card.epochs();
        card.origin();
        return card.text.toString();
    }

    /** Names and commands come from elsewhere: whatever is in them, the line stays one. */
    private void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        text.append(BREAKS.matcher(line).replaceAll(" ")).append('\n');
    }

    private void frontMatter() {
        line("---");
        line("library_name: tritone");
        line("pipeline_tag: text-classification");
        line("tags: [sentiment, %s]", model.architecture().cell());
        model.training().validation().ifPresent(validation -> {
            line("metrics:");
            line("  - name: validation accuracy");
            line("    value: %.4f", validation.accuracy().value());
        });
        line("---");
    }

    private void head() {
        long numbers =
                model.weights().values().stream().mapToLong(Tensor::length).sum();
        line("# %s", name);
        line("");
        line(
                "Tells %s apart. Cell `%s`, %,d numbers of %s, %,d ids; chain `%s`, %s.",
                String.join(", ", model.architecture().labels()),
                model.architecture().cell(),
                numbers,
                model.precision(),
                model.vocabulary().size(),
                model.vocabulary().chain(),
                truncation());
        line("");
        line("    tritone evaluate --model %s labelled.tsv", name);
    }

    private String truncation() {
        int most = model.architecture().truncation().maxTokens();
        return most == Integer.MAX_VALUE
                ? "all tokens of a review"
                : String.format(
                        Locale.ROOT,
                        "at most %,d tokens of a review (%s)",
                        most,
                        model.architecture().truncation().keep());
    }

    private void results(Evaluation validation) {
        boolean chosen = !model.training().epochs().isEmpty()
                && !"none".equals(model.training().plan().get("stop-on"));
        line("");
        line("## How well it does");
        line("");
        line(
                "On %,d validation reviews%s%s: %.2f %% right (95 %% interval %.2f to %.2f %%).",
                validation.reviews(),
                chosen ? ", by which its best epoch was chosen" : "",
                model.precision() == Precision.FLOAT32 ? "" : ", before its matrices became " + model.precision(),
                100 * validation.accuracy().value(),
                100 * validation.accuracy().low(),
                100 * validation.accuracy().high());
        line("");
        line("| | precision | recall | F1 | reviews |");
        line("|---|---|---|---|---|");
        List<String> labels = model.architecture().labels();
        for (int i = 0; i < labels.size(); i++) {
            ClassFigures own = validation.classes().get(i);
            line(
                    "| %s | %.4f | %.4f | %.4f | %,d |",
                    labels.get(i).replace("|", "\\|"), own.precision(), own.recall(), own.f1(), own.support());
        }
        line("");
        line(
                "ROC area %s, log loss %.4f, Brier score %.4f, expected calibration error %.4f.",
                validation.probabilities().rocArea().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.4f",
                                validation.probabilities().rocArea().getAsDouble())
                        : "none",
                validation.probabilities().logLoss(),
                validation.probabilities().brier(),
                validation.probabilities().calibrationError());
    }

    private void epochs() {
        if (model.training().epochs().isEmpty()) {
            return;
        }
        line("");
        line("| epoch | training loss | validation accuracy | validation log loss | seconds |");
        line("|---|---|---|---|---|");
        for (EpochRecord epoch : model.training().epochs()) {
            String kept = epoch.epoch() == model.training().bestEpoch() ? " (kept)" : "";
            line(
                    "| %d%s | %.4f | %s | %s | %.0f |",
                    epoch.epoch(),
                    kept,
                    epoch.loss(),
                    epoch.validation()
                            .map(figures -> percent(figures.accuracy()))
                            .orElse("-"),
                    epoch.validation()
                            .map(figures -> String.format(Locale.ROOT, "%.4f", figures.logLoss()))
                            .orElse("-"),
                    epoch.seconds());
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private void origin() {
        Provenance origin = model.provenance();
        line("");
        line("## How it was made");
        line("");
        line("    %s", origin.command());
        line("");
        line(
                "On %s, from %,d reviews in %.0f seconds on %d threads: Tritone %s, %s, %s, %s.",
                origin.created(),
                model.training().trainingReviews(),
                origin.seconds(),
                origin.threads(),
                origin.software().tritone(),
                origin.machine().java(),
                origin.machine().system(),
                origin.machine().cpu());
        line("");
        for (CorpusSource source : origin.corpora()) {
            line("- %s: `%s`, SHA-256 `%s`", source.use(), source.name(), source.sha256());
        }
        for (Map.Entry<String, String> library : origin.software().libraries().entrySet()) {
            line("- %s %s", library.getKey(), library.getValue());
        }
        line("");
        line("`plan.yaml` holds every choice; `tritone reproduce` trains it again and says what differs.");
    }
}
