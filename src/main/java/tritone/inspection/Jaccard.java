package tritone.inspection;

/** How much two sets have in common: what is in both, of what is in any. */
final class Jaccard {
    private Jaccard() {}

    /** Whether the index is 0.8 or more; the sets are ascending. */
    static boolean isAlike(long[] one, long[] other) {
        int fewer = Math.min(one.length, other.length);
        int more = Math.max(one.length, other.length);
        if (5L * fewer < 4L * more) {
            return false;
        }
        // As c of a + b must be in both for 5 c >= 4 (a + b - c), so many may be in one only; most pairs soon have
        // more.
        int most = (one.length + other.length) / 9;
        int single = 0;
        int i = 0;
        int k = 0;
        while (i < one.length && k < other.length && single <= most) {
            if (one[i] == other[k]) {
                i++;
                k++;
            } else {
                single++;
                if (one[i] < other[k]) {
                    i++;
                } else {
                    k++;
                }
            }
        }
        return single + one.length - i + other.length - k <= most;
    }

    static double index(long[] one, long[] other) {
        int common = common(one, other);
        return (double) common / (one.length + other.length - common);
    }

    private static int common(long[] one, long[] other) {
        int common = 0;
        for (int i = 0, k = 0; i < one.length && k < other.length; ) {
            if (one[i] == other[k]) {
                common++;
                i++;
                k++;
            } else if (one[i] < other[k]) {
                i++;
            } else {
                k++;
            }
        }
        return common;
    }
}
