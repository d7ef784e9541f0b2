package tritone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tritone.evaluation.Evaluation;
import tritone.model.Model;
import tritone.model.Provenance;
import tritone.tensors.Tensor;

/**
 * How a model that was trained again compares with the first one.
 *
 * @param sameWeights whether every bit is the same
 * @param differences what else differs, in words; also where the weights are the same
 * @param greatestDifference between two weights; absent if there are others or of other shapes
 */
record ReproductionReport(
        String model,
        boolean sameWeights,
        List<String> differences,
        OptionalDouble greatestDifference,
        Optional<Double> accuracyBefore,
        Optional<Double> accuracyAgain) {
    static ReproductionReport of(String name, Model before, Model again) {
        return new ReproductionReport(
                name,
                before.weights().equals(again.weights()),
                differences(before, again),
                greatest(before.weights(), again.weights()),
                accuracy(before),
                accuracy(again));
    }

    private static Optional<Double> accuracy(Model model) {
        return model.training().validation().map(Evaluation::accuracy).map(interval -> interval.value());
    }

    private static List<String> differences(Model before, Model again) {
        List<String> found = new ArrayList<>();
        compare(
                found,
                "reviews learnt from",
                before.training().trainingReviews(),
                again.training().trainingReviews());
        compare(
                found,
                "the temperature",
                before.architecture().temperature(),
                again.architecture().temperature());
        compareSources(found, before.provenance(), again.provenance());
        compareMakers(found, before.provenance(), again.provenance());
        return found;
    }

    private static void compareSources(List<String> found, Provenance before, Provenance again) {
        for (int i = 0; i < before.corpora().size(); i++) {
            String first = before.corpora().get(i).sha256();
            String second = i < again.corpora().size() ? again.corpora().get(i).sha256() : "nothing";
            compare(found, "the bytes of " + before.corpora().get(i).name(), first, second);
        }
    }

    /** What made them, and on what. */
    private static void compareMakers(List<String> found, Provenance before, Provenance again) {
        compare(found, "Tritone", before.software().tritone(), again.software().tritone());
        compare(
                found,
                "libraries",
                before.software().libraries(),
                again.software().libraries());
        compare(found, "Java", before.machine().java(), again.machine().java());
        compare(found, "the system", before.machine().system(), again.machine().system());
        compare(found, "the processor", before.machine().cpu(), again.machine().cpu());
        compare(found, "threads", before.threads(), again.threads());
    }

    private static void compare(List<String> found, String what, Object before, Object again) {
        if (!before.equals(again)) {
            found.add(what + ": " + before + " then, " + again + " now");
        }
    }

    private static OptionalDouble greatest(Map<String, Tensor> before, Map<String, Tensor> again) {
        double greatest = 0;
        for (Map.Entry<String, Tensor> entry : before.entrySet()) {
            Tensor other = again.get(entry.getKey());
            if (other == null
                    || !other.shape().equals(entry.getValue().shape())
                    || other.type() != entry.getValue().type()) {
                return OptionalDouble.empty();
            }
            greatest = Math.max(greatest, difference(entry.getValue(), other));
        }
        return OptionalDouble.of(greatest);
    }

    private static double difference(Tensor one, Tensor other) {
        return switch (one.type()) {
            case F32, F16 -> {
                float[] a = one.floats();
                float[] b = other.floats();
                yield greatest(a.length, i -> a[i] - b[i]);
            }
            case I32 -> {
                int[] a = one.ints();
                int[] b = other.ints();
                yield greatest(a.length, i -> (double) a[i] - b[i]);
            }
            case I8 -> {
                byte[] a = one.bytes();
                byte[] b = other.bytes();
                yield greatest(a.length, i -> a[i] - b[i]);
            }
        };
    }

    private static double greatest(int length, IntToDoubleFunction difference) {
        return IntStream.range(0, length)
                .mapToDouble(difference)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    String render() {
        StringBuilder text = new StringBuilder(model).append(": ");
        String others = greatestDifference.isPresent()
                ? "other weights, by up to " + greatestDifference.getAsDouble()
                : "weights of other shapes";
        text.append(sameWeights ? "the same weights, to the last bit" : others).append('\n');
        if (accuracyBefore.isPresent() && accuracyAgain.isPresent()) {
            text.append("validation accuracy ")
                    .append(Figures.percent(accuracyBefore.get()))
                    .append(" then, ")
                    .append(Figures.percent(accuracyAgain.get()))
                    .append(" now\n");
        }
        differences.forEach(difference -> text.append(Escaped.text(difference)).append('\n'));
        return text.toString();
    }
}
