package tritone.encoding;

import java.util.Arrays;
import java.util.Locale;

/** Which tokens of a long review are kept, and how many at most. */
public record Truncation(Keep keep, int maxTokens) {
    /** Where the kept tokens stand. */
    public enum Keep {
        /** The last ones: reviews end with their verdict. */
        TAIL,
        /** The first ones. */
        HEAD,
        /** The first half of them and the last half; of an odd number the last half has one more. */
        ENDS;

        /** The way of truncating with this name. */
        public static Keep named(String name) {
            return Arrays.stream(values())
                    .filter(keep -> keep.toString().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "tokens to keep must be one of " + Arrays.toString(values()) + " but was " + name));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Truncation {
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1 but was " + maxTokens);
        }
    }

    /** How many of this many tokens are kept. */
    int kept(int length) {
        return Math.min(length, maxTokens);
    }

    /** How many of the kept tokens come from the beginning of a review of this length. */
    int fromHead(int length) {
        if (length <= maxTokens) {
            return length;
        }
        return switch (keep) {
            case TAIL -> 0;
            case HEAD -> maxTokens;
            case ENDS -> maxTokens / 2;
        };
    }

    /** What is kept of the first {@code length} ids. */
    public int[] of(int[] ids, int length) {
        int[] kept = new int[kept(length)];
        int head = fromHead(length);
        System.arraycopy(ids, 0, kept, 0, head);
        System.arraycopy(ids, length - (kept.length - head), kept, head, kept.length - head);
        return kept;
    }
}
