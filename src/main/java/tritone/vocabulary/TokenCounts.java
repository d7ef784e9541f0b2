package tritone.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often each token occurs. Exact up to a limit of different tokens; whenever more come together, those seen fewer
 * than a rising number of times are forgotten. Merged in the order of the corpus, the result depends on the corpus alone.
 */
public final class TokenCounts {
    /** Different tokens that are counted exactly. */
    public static final int LIMIT = 5_000_000;

    /** How often a token occurs. */
    public record Count(String token, long count) {
        /** More frequent first, then by alphabet, so that ids never depend on hash order. */
        static final Comparator<Count> RANKING =
                Comparator.comparingLong(Count::count).reversed().thenComparing(Count::token);
    }

    private final int limit;
    private TokenTable table = new TokenTable();
    private long[] counts = new long[64];
    private long total;
    private long forgottenUpTo;

    public TokenCounts() {
        this(LIMIT);
    }

    TokenCounts(int limit) {
        this.limit = limit;
    }

    /** Counts one occurrence. */
    public void add(char[] characters, int length) {
        add(table.findOrAdd(characters, length), 1);
        total++;
    }

    void add(String token) {
        add(token.toCharArray(), token.length());
    }

    private void add(int number, long occurrences) {
        if (number == counts.length) {
            counts = Arrays.copyOf(counts, number + (number >> 1));
        }
        counts[number] += occurrences;
    }

    /** Adds what another part of the corpus holds, then forgets rare tokens if there are too many. */
    public void addAll(TokenCounts other) {
        addCounts(other, 0);
        total += other.total;
        while (table.size() > limit) {
            forgottenUpTo++;
            TokenCounts kept = new TokenCounts(limit);
            kept.addCounts(this, forgottenUpTo);
            table = kept.table;
            counts = kept.counts;
        }
    }

    /** Adds the counts above this bound. */
    private void addCounts(TokenCounts other, long bound) {
        for (int number = 0; number < other.table.size(); number++) {
            if (other.counts[number] > bound) {
                add(table.findOrAdd(other.table, number), other.counts[number]);
            }
        }
    }

    /** Different tokens. */
    public int distinct() {
        return table.size();
    }

    /** All tokens, also those that were forgotten. */
    public long total() {
        return total;
    }

    /** 0 if every count is exact; else tokens seen at most this often at some moment were forgotten then. */
    public long forgottenUpTo() {
        return forgottenUpTo;
    }

    /** How often this token was seen. */
    public long count(String token) {
        int number = table.find(token.toCharArray(), token.length());
        return number < 0 ? 0 : counts[number];
    }

    /** Different tokens that were seen this many times. */
    public int seen(long times) {
        int tokens = 0;
        for (int number = 0; number < table.size(); number++) {
            tokens += counts[number] == times ? 1 : 0;
        }
        return tokens;
    }

    /** The most frequent tokens in the order of {@link Count#RANKING}: at most {@code maxSize}, seen {@code minCount} times. */
    public List<Count> ranked(int maxSize, long minCount) {
        long least = Math.max(minCount, countAtRank(maxSize));
        List<Count> ranked = new ArrayList<>();
        for (int number = 0; number < table.size(); number++) {
            if (counts[number] >= least) {
                ranked.add(new Count(table.token(number), counts[number]));
            }
        }
        ranked.sort(Count.RANKING);
        return ranked.size() <= maxSize ? ranked : List.copyOf(ranked.subList(0, maxSize));
    }

    /** The count of the token at this rank: strings are made only for those that reach it. */
    private long countAtRank(int rank) {
        long[] sorted = Arrays.copyOf(counts, table.size());
        Arrays.sort(sorted);
        return rank >= sorted.length ? 0 : sorted[sorted.length - Math.max(1, rank)];
    }

    /** Share of {@code others}' tokens that the {@code maxSize} most frequent tokens here cover, for each of these sizes. */
    public double[] coverageOf(TokenCounts others, int[] maxSizes) {
        int largest = Arrays.stream(maxSizes).max().orElse(0);
        List<Count> ranked = ranked(largest, 1);
        double[] coverage = new double[maxSizes.length];
        long covered = 0;
        for (int rank = 0; rank <= ranked.size(); rank++) {
            for (int i = 0; i < maxSizes.length; i++) {
                if (maxSizes[i] >= rank) {
                    coverage[i] = others.total == 0 ? 0 : (double) covered / others.total;
                }
            }
            covered += rank < ranked.size() ? others.count(ranked.get(rank).token()) : 0;
        }
        return coverage;
    }
}
