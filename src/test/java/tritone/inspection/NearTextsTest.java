package tritone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nearly the same texts against a comparison of all pairs, and against pairs whose index is known by construction. */
class NearTextsTest {
    @TempDir
    private Path folder;

    /** More for a measurement: {@code -Dtritone.inspection.pairs=2000}, which prints recall and false alarms. */
    private static final int PAIRS = Integer.getInteger("tritone.inspection.pairs", 200);

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void theGroupsAreThoseOfAComparisonOfAllPairs(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> texts = new ArrayList<>();
        for (int base = 0; base < 60; base++) {
            List<String> words = NearTexts.words(random, 3 + random.nextInt(150), 40);
            for (int copy = 0; copy < 1 + random.nextInt(6); copy++) {
                texts.add(NearTexts.changed(words, random, random.nextInt(1 + words.size() / 20)));
            }
        }

        Set<Set<Integer>> expected = NearTexts.compared(texts);

        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(NearTexts.found(folder, texts)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"180, 20, 0.8", "185, 15, 0.85", "171, 9, 0.9", "195, 5, 0.95", "179, 21, 0.79"})
    void pairsOfKnownIndexAreFoundFromEightTenthsOn(int phrases, int changed, double jaccard) throws IOException {
        Random random = new Random(7);
        List<List<String>> texts = new ArrayList<>();
        Set<Set<Integer>> planted = new HashSet<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            // All phrases differ, and each changed word at the end takes one from what is in common.
            List<String> words = NearTexts.words(random, phrases + 4, 1_000_000);
            List<String> other = new ArrayList<>(words.subList(0, words.size() - changed));
            other.addAll(NearTexts.words(random, changed, 1_000_000));
            planted.add(Set.of(texts.size(), texts.size() + 1));
            texts.add(words);
            texts.add(other);
        }
        assertThat(NearTexts.jaccard(texts.get(0), texts.get(1))).isCloseTo(jaccard, within(1e-12));

        Set<Set<Integer>> found = NearTexts.found(folder, texts);

        long missed = planted.stream().filter(pair -> !found.contains(pair)).count();
        long falseAlarms =
                found.stream().filter(pair -> !planted.contains(pair)).count();
        if (System.getProperty("tritone.inspection.pairs") != null) {
            System.out.printf(
                    "index %.2f: %d of %d pairs found, %.4f expected; %d false alarms%n",
                    jaccard, PAIRS - missed, PAIRS, jaccard < 0.8 ? 0 : recall(jaccard), falseAlarms);
        }
        assertThat(falseAlarms).isZero();
        if (jaccard < 0.8) {
            assertThat(found).isEmpty();
        } else {
            assertThat(missed).isLessThanOrEqualTo(PAIRS / 100);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0.9998", "0.5, 0.6439", "0.2, 0.0253"})
    void sharedKeysAreAsFrequentAsTheFormulaSays(double jaccard, double expected) {
        Random random = new Random(3);
        MinHash minHash = new MinHash();
        int all = 120;
        int common = (int) Math.round(2 * all * jaccard / (1 + jaccard));
        int shared = 0;
        for (int pair = 0; pair < 2000; pair++) {
            Longs one = new Longs();
            Longs other = new Longs();
            for (int i = 0; i < all; i++) {
                long phrase = random.nextLong();
                one.add(phrase);
                other.add(i < common ? phrase : random.nextLong());
            }
            shared += sharesKey(minHash.keys(one), minHash.keys(other)) ? 1 : 0;
        }

        assertThat(recall(jaccard)).isCloseTo(expected, within(5e-5));
        assertThat(shared / 2000.0).isCloseTo(expected, within(0.04));
    }

    /** The chance that two texts of this index share one of 16 keys, each for a band of four phrases. */
    private static double recall(double jaccard) {
        return 1 - Math.pow(1 - Math.pow(jaccard, 4), 16);
    }

    private static boolean sharesKey(int[] one, int[] other) {
        for (int band = 0; band < one.length; band++) {
            if (one[band] == other[band]) {
                return true;
            }
        }
        return false;
    }

    @Test
    void textsOfFewWordsAreAlikeIfAllWordsAre() throws IOException {
        List<List<String>> texts = List.of(
                List.of("so", "very", "good"),
                List.of("so", "very", "bad"),
                List.of("So", "very", "GOOD"),
                List.of("a", "b", "c", "d", "e", "f"),
                List.of("a", "b", "c", "d", "e", "g"));

        assertThat(NearTexts.found(folder, texts)).isEqualTo(Set.of(Set.of(0, 2)));
    }

    @Test
    void manyCopiesOfOnePatternAreComparedInLittleTime() throws IOException {
        Random random = new Random(11);
        List<String> words = NearTexts.words(random, 100, 1_000_000);
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            texts.add(NearTexts.changed(words, random, 1));
        }

        assertThat(NearTexts.found(folder, texts)).hasSize(1);
    }
}
