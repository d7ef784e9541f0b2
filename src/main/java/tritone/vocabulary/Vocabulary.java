package tritone.vocabulary;

import java.util.ArrayList;
import java.util.List;
import tritone.files.Sha256;
import tritone.text.Chain;

/**
 * Ids for the frequent tokens of a corpus, by rank: id 2 is the most frequent one. Immutable and safe for any number of
 * threads. Belongs to the chain that made its tokens; with another one its ids mean nothing.
 */
public final class Vocabulary {
    /** Fills a batch where a review has ended. */
    public static final int PADDING = 0;

    /** Stands for every token that is not in the vocabulary. */
    public static final int UNKNOWN = 1;

    private static final int FIRST_TOKEN = 2;

    private final Chain chain;
    private final TokenTable table;
    private final long[] counts; // [id - FIRST_TOKEN]
    private final long tokensCounted;

    /** The tokens of the table by rank. */
    Vocabulary(Chain chain, TokenTable table, long[] counts, long tokensCounted) {
        this.chain = chain;
        this.table = table;
        this.counts = counts;
        this.tokensCounted = tokensCounted;
    }

    /**
     * The most frequent tokens.
     *
     * @param maxSize of the vocabulary, padding and unknown included
     */
    public static Vocabulary of(Chain chain, TokenCounts counts, int maxSize, long minCount) {
        if (maxSize <= FIRST_TOKEN) {
            throw new IllegalArgumentException("the size of a vocabulary must be at least 3 but was " + maxSize);
        }
        List<TokenCounts.Count> ranked = counts.ranked(maxSize - FIRST_TOKEN, minCount);
        TokenTable table = new TokenTable();
        for (TokenCounts.Count count : ranked) {
            table.findOrAdd(count.token().toCharArray(), count.token().length());
        }
        long[] kept = ranked.stream().mapToLong(TokenCounts.Count::count).toArray();
        return new Vocabulary(chain, table, kept, counts.total());
    }

    public Chain chain() {
        return chain;
    }

    /** Ids are below this. */
    public int size() {
        return FIRST_TOKEN + table.size();
    }

    /** The id of the token with these first {@code length} characters, or {@link #UNKNOWN}. */
    public int id(char[] characters, int length) {
        int number = table.find(characters, length);
        return number < 0 ? UNKNOWN : FIRST_TOKEN + number;
    }

    public int id(String token) {
        return id(token.toCharArray(), token.length());
    }

    /** The token with this id; padding and unknown have names in angle brackets. */
    public String token(int id) {
        return switch (id) {
            case PADDING -> "<padding>";
            case UNKNOWN -> "<unknown>";
            default -> table.token(id - FIRST_TOKEN);
        };
    }

    /** How often the token with this id occurs where the vocabulary was counted. */
    public long count(int id) {
        return id < FIRST_TOKEN ? 0 : counts[id - FIRST_TOKEN];
    }

    /** All tokens that were counted, also those that are not in the vocabulary. */
    public long tokensCounted() {
        return tokensCounted;
    }

    /** Share of the counted tokens that have an id of their own. */
    public double coverage() {
        long covered = 0;
        for (long count : counts) {
            covered += count;
        }
        return tokensCounted == 0 ? 0 : (double) covered / tokensCounted;
    }

    /** Over the chain and all tokens: equal for two vocabularies only if they give every text the same ids. */
    public String sha256() {
        Sha256 hash = new Sha256().add(chain.toString());
        for (int id = 0; id < size(); id++) {
            hash.add(token(id));
        }
        return hash.hex();
    }

    /** Tokens and counts by rank. */
    List<TokenCounts.Count> ranked() {
        List<TokenCounts.Count> ranked = new ArrayList<>(counts.length);
        for (int number = 0; number < counts.length; number++) {
            ranked.add(new TokenCounts.Count(table.token(number), counts[number]));
        }
        return ranked;
    }
}
