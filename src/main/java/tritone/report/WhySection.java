package tritone.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.GradientFindings;
import tritone.comparison.GradientWords;
import tritone.comparison.MemoryFindings;
import tritone.comparison.MemoryWords;

/** What goes on inside. */
final class WhySection {
    private WhySection() {}

    static Optional<Section> of(Comparison comparison) {
        List<Block> blocks = new ArrayList<>();
        List<ContenderFindings> present = Looks.present(comparison);
        List<ContenderFindings> flowing = present.stream()
                .filter(contender -> contender.why().gradientFlow().isPresent())
                .toList();
        if (!flowing.isEmpty()) {
            flowing.forEach(contender -> contender
                    .why()
                    .gradientFlow()
                    .flatMap(
                            flow -> GradientWords.sentence(contender.contender().name(), flow))
                    .ifPresent(sentence -> blocks.add(new Prose(sentence))));
            blocks.add(gradients(flowing));
        }
        List<ContenderFindings> remembering = present.stream()
                .filter(contender -> contender.why().memory().isPresent())
                .toList();
        if (!remembering.isEmpty()) {
            remembering.forEach(contender ->
                    MemoryWords.sentence(contender).ifPresent(sentence -> blocks.add(new Prose(sentence))));
            blocks.add(memory(remembering));
        }
        return ComparisonDocument.section("Why", blocks);
    }

    private static Chart gradients(List<ContenderFindings> flowing) {
        List<Series> series = new ArrayList<>();
        for (ContenderFindings contender : flowing) {
            GradientFindings flow = contender.why().gradientFlow().orElseThrow();
            int[] shown = Looks.thinned(flow.steps().size(), Looks.mostPoints(2 * flowing.size()));
            double[] steps = Arrays.stream(shown).mapToDouble(flow.steps()::get).toArray();
            series.add(Series.of(
                    Looks.name(contender),
                    Series.Mark.LINE,
                    Looks.style(contender.contender()),
                    steps,
                    positive(flow.trained(), shown)));
            series.add(Series.of(
                    Looks.name(contender) + ", before training",
                    Series.Mark.DASHED,
                    Looks.style(contender.contender()),
                    steps,
                    positive(flow.start(), shown)));
        }
        return new Chart(
                "Gradient flow",
                "How strongly the loss reaches a state that lies so many steps before the end: the mean norm of its gradient,"
                        + " dashed before training. What falls steeply cannot be learnt from. Where a readout looks at more than"
                        + " the last state, each state also has a way to the loss of its own.",
                List.of(Axis.of("steps before the end", Axis.Format.NUMBER)),
                Axis.log("norm of the gradient", Axis.Format.NUMBER),
                series);
    }

    /** A logarithm has no place for nothing. */
    private static double[] positive(List<Double> norms, int[] shown) {
        return Arrays.stream(shown)
                .mapToDouble(norms::get)
                .map(norm -> norm > 0 ? norm : Double.NaN)
                .toArray();
    }

    private static Chart memory(List<ContenderFindings> remembering) {
        MemoryFindings first = remembering.get(0).why().memory().orElseThrow();
        List<Series> series = new ArrayList<>();
        for (ContenderFindings contender : remembering) {
            MemoryFindings memory = contender.why().memory().orElseThrow();
            series.add(Series.of(
                    Looks.name(contender),
                    Series.Mark.LINE,
                    Looks.style(contender.contender()),
                    Looks.places(memory.accuracy().size()),
                    Looks.numbers(memory.accuracy(), Double::doubleValue)));
        }
        return new Chart(
                "Memory",
                "Accuracy on " + first.reviews()
                        + " reviews after which so many words follow that say nothing: frequent ones"
                        + " that stand as often in reviews of each label. A cell that forgets falls to guessing.",
                List.of(Axis.of(
                        "neutral words appended",
                        first.words().stream().map(words -> Looks.whole(words)).toList())),
                Axis.of("accuracy", Axis.Format.PERCENT),
                series);
    }
}
