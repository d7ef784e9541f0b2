package tritone.splitting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tritone.corpus.Split;

/** The parts that a corpus is cut into. */
public record PartsPlan(List<PartAmount> parts) {
    /** Decimal shares do not add up to exactly 1. */
    private static final double ROUNDING = 1e-9;

    public PartsPlan {
        parts = List.copyOf(parts);
        Map<String, String> meanings = new HashMap<>();
        for (PartAmount part : parts) {
            String before = meanings.put(meaning(part.name()), part.name());
            if (before != null) {
                throw new IllegalArgumentException(
                        "parts must differ but " + before + " and " + part.name() + " are the same");
            }
        }
        double shares = sum(parts, PartAmount.Kind.SHARE);
        if (shares > 1 + ROUNDING) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "shares must add up to at most 1 but come to %.4g", shares));
        }
        if (parts.stream().filter(part -> part.kind() == PartAmount.Kind.REST).count() > 1) {
            throw new IllegalArgumentException("one part alone can take the rest");
        }
    }

    /** Readers take several names for the same part, and some disks do not know one case from the other. */
    private static String meaning(String name) {
        return Split.named(name).map(Split::toString).orElse(name.toLowerCase(Locale.ROOT));
    }

    private static double sum(List<PartAmount> parts, PartAmount.Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .mapToDouble(PartAmount::value)
                .sum();
    }

    /** What is written as in {@code train=0.8,validation=0.1,test=0.1}. */
    public static PartsPlan read(String text) {
        return new PartsPlan(
                Arrays.stream(text.split(",", -1)).map(PartAmount::read).toList());
    }

    public List<String> names() {
        return parts.stream().map(PartAmount::name).toList();
    }

    /** How many of so many reviews each part takes, and at the end how many none does. Shares need not be whole. */
    double[] wanted(int reviews, String corpus) {
        double taken = sum(parts, PartAmount.Kind.SHARE) * reviews + sum(parts, PartAmount.Kind.COUNT);
        if (taken > reviews * (1 + ROUNDING)) {
            throw new SplitException(String.format(
                    Locale.ROOT,
                    "%s: expected at least %,.0f reviews for the parts but found %,d",
                    corpus,
                    Math.ceil(taken),
                    reviews));
        }
        double left = Math.max(0, reviews - taken);
        left = left < reviews * ROUNDING ? 0 : left;
        double[] wanted = new double[parts.size() + 1];
        wanted[parts.size()] = left;
        for (int i = 0; i < parts.size(); i++) {
            PartAmount part = parts.get(i);
            wanted[i] = switch (part.kind()) {
                case SHARE -> part.value() * reviews;
                case COUNT -> part.value();
                case REST -> left;
            };
            wanted[parts.size()] = part.kind() == PartAmount.Kind.REST ? 0 : wanted[parts.size()];
        }
        return wanted;
    }

    @Override
    public String toString() {
        return String.join(",", parts.stream().map(PartAmount::toString).toList());
    }
}
