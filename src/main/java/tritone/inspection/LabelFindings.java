package tritone.inspection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tritone.corpus.Quote;

/** What the numbers of reviews per label show, part by part. */
final class LabelFindings {
    private static final int FEW = 10;
    private static final int FEW_IN = 100;
    private static final int TOO_MANY_TIMES = 3;

    private LabelFindings() {}

    /** Parts of a single label. */
    static Finding oneLabel(List<Inspection.Part> parts) {
        return ofParts(
                Kind.ONE_LABEL,
                parts.stream()
                        .filter(part -> part.labels().size() == 1 && most(part) > 1)
                        .toList());
    }

    /** Parts of two labels or more one of which takes up most. */
    static Finding imbalance(List<Inspection.Part> parts) {
        return ofParts(
                Kind.IMBALANCE,
                parts.stream()
                        .filter(part -> part.labels().size() > 1 && most(part) > TOO_MANY_TIMES * least(part))
                        .toList());
    }

    private static Finding ofParts(Kind kind, List<Inspection.Part> parts) {
        List<Example> examples = parts.stream()
                .limit(Example.MOST)
                .map(part -> new Example(List.of(part.name()), counts(part)))
                .toList();
        return Finding.of(kind, parts.size(), examples);
    }

    private static String counts(Inspection.Part part) {
        return part.labels().entrySet().stream()
                .limit(FEW)
                .map(entry -> Quote.of(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static long most(Inspection.Part part) {
        return Collections.max(part.labels().values());
    }

    private static long least(Inspection.Part part) {
        return Collections.min(part.labels().values());
    }

    /** Labels that are too rare to be learnt or measured, in parts of two labels or more. */
    static Finding rareLabel(List<Inspection.Part> parts) {
        List<Example> rare = new ArrayList<>();
        for (Inspection.Part part : parts) {
            long all =
                    part.labels().values().stream().mapToLong(Long::longValue).sum();
            for (Map.Entry<String, Long> label : part.labels().entrySet()) {
                boolean few = label.getValue() < FEW || label.getValue() * FEW_IN < all;
                if (few && part.labels().size() > 1) {
                    rare.add(new Example(
                            List.of(part.name()), Quote.of(label.getKey()) + ": " + label.getValue() + " of " + all));
                }
            }
        }
        return Finding.of(
                Kind.RARE_LABEL, rare.size(), rare.stream().limit(Example.MOST).toList());
    }

    /** Whether reviews without label are out of place in a part, since most have one. */
    static boolean expectsLabels(Inspection.Part part) {
        return 2 * part.unlabelled() < part.reviews();
    }
}
