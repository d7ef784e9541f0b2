package tritone.model;

import java.util.Map;
import java.util.stream.Collectors;
import tritone.evaluation.Evaluation;
import tritone.tensors.Tensor;

/** A model's card: for people as Markdown, for programs as YAML before it. */
final class ModelCard {
    private final String name;
    private final Model model;
    private final CardText text = new CardText();

    private ModelCard(String name, Model model) {
        this.name = name;
        this.model = model;
    }

    /** The card with what its maker has to say, in Markdown; nothing if that is blank. */
    static String render(String name, Model model, String notes) {
        ModelCard card = new ModelCard(name, model);
        card.frontMatter();
        card.head();
        CardFigures.write(model, card.text);
        card.epochs();
        card.limits();
        card.notes(notes);
        card.origin();
        return card.text.toString();
    }

    private void line(String format, Object... values) {
        text.line(format, values);
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
            index(validation);
        });
        line("---");
    }

    /** Results in the form in which collections of models look for them. */
    private void index(Evaluation validation) {
        line("model-index:");
        line("  - name: %s", CardText.quoted(name));
        line("    results:");
        line("      - task:");
        line("          type: text-classification");
        line("        dataset:");
        line("          name: %s", CardText.quoted("validation reviews of " + validationCorpora()));
        line("          type: reviews");
        line("        metrics:");
        metric("accuracy", validation.accuracy().value());
        metric("f1", validation.macro().f1());
        metric("log_loss", validation.probabilities().logLoss());
        metric("expected_calibration_error", validation.probabilities().calibrationError());
    }

    private void metric(String type, double value) {
        line("          - type: %s", type);
        line("            value: %.4f", value);
    }

    /** Where validation reviews have no corpus of their own, they are some of those to learn from. */
    private String validationCorpora() {
        String own = namesOf("validation");
        return own.isEmpty() ? namesOf("training") : own;
    }

    private String namesOf(String use) {
        return model.provenance().corpora().stream()
                .filter(source -> source.use().equals(use))
                .map(CorpusSource::name)
                .collect(Collectors.joining(", "));
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
                model.vocabulary().chain().summary(),
                truncation());
        line("");
        line("    tritone evaluate --model %s labelled.tsv", name);
    }

    private String truncation() {
        int most = model.architecture().truncation().maxTokens();
        return most == Integer.MAX_VALUE
                ? "all tokens of a review"
                : CardText.format(
                        "at most %,d tokens of a review (%s)",
                        most, model.architecture().truncation().keep());
    }

    private void epochs() {
        if (model.training().epochs().isEmpty()) {
            return;
        }
        line("");
        line("Its epochs, at a temperature of 1:");
        line("");
        text.tableHead("epoch", "training loss", "validation accuracy", "validation log loss", "seconds");
        for (EpochRecord epoch : model.training().epochs()) {
            String kept = epoch.epoch() == model.training().bestEpoch() ? " (kept)" : "";
            line(
                    "| %d%s | %.4f | %s | %s | %.0f |",
                    epoch.epoch(),
                    kept,
                    epoch.loss(),
                    epoch.validation()
                            .map(figures -> CardText.percent(figures.accuracy()))
                            .orElse("-"),
                    epoch.validation()
                            .map(figures -> CardText.format("%.4f", figures.logLoss()))
                            .orElse("-"),
                    epoch.seconds());
        }
    }

    private void limits() {
        text.heading("What it is not good for");
        CardLimits.of(model).forEach(sentence -> line("- %s", sentence));
    }

    private void notes(String notes) {
        if (!notes.isBlank()) {
            text.heading("Notes");
            text.lines(notes.strip());
        }
    }

    private void origin() {
        Provenance origin = model.provenance();
        text.heading("How it was made");
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
