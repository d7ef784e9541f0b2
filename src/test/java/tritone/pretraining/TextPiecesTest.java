package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.vocabulary.Vocabulary;

/** Every token stands once in all reviews, so that it tells where a piece was cut from. */
class TextPiecesTest {
    private static final int[] LENGTHS = {1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 50, 51, 97, 100, 101, 1, 2};

    @TempDir
    private static Path folder;

    private static PretrainingText text;
    private static final Map<Integer, int[]> PLACES = new HashMap<>(); // [id] the review and where it stands there

    @BeforeAll
    static void write() throws IOException {
        List<String> reviews = new ArrayList<>();
        Map<String, int[]> places = new HashMap<>();
        for (int review = 0; review < LENGTHS.length; review++) {
            List<String> words = new ArrayList<>();
            for (int at = 0; at < LENGTHS[review]; at++) {
                words.add("w" + letters(review) + letters(at));
                places.put(words.get(at), new int[] {review, at});
            }
            reviews.add(String.join(" ", words));
        }
        text = Texts.of(folder, reviews);
        Vocabulary vocabulary = text.vocabulary();
        for (int id = 2; id < vocabulary.size(); id++) {
            PLACES.put(id, places.get(vocabulary.token(id)));
        }
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    private static List<int[]> pieces(List<TextPieces.Batch> batches) {
        return batches.stream().flatMap(batch -> Arrays.stream(batch.ids())).toList();
    }

    /** By review the pieces in their order. */
    private static Map<Integer, List<int[]>> byReview(List<int[]> pieces) {
        Map<Integer, List<int[]>> byReview = new TreeMap<>();
        pieces.forEach(piece -> byReview.computeIfAbsent(PLACES.get(piece[0])[0], review -> new ArrayList<>())
                .add(piece));
        byReview.values().forEach(list -> list.sort(Comparator.comparingInt(piece -> PLACES.get(piece[0])[1])));
        return byReview;
    }

    @ParameterizedTest(name = "pieces of up to {0} in batches of {1}")
    @CsvSource({"3, 1", "3, 32", "4, 3", "5, 7", "7, 32", "12, 2", "50, 5", "200, 32", "2147483647, 999999999"})
    void everyTokenOfAReviewIsInOnePiece(int most, int size) {
        TextPieces pieces = new TextPieces(text.learnt(), most);
        List<TextPieces.Batch> batches = pieces.shuffled(size, 5);

        Map<Integer, List<int[]>> byReview = byReview(pieces(batches));

        assertThat(batches).hasSize(pieces.batches(size));
        assertThat(batches).allSatisfy(batch -> assertThat(batch.ids().length).isBetween(1, size));
        for (int review = 0; review < LENGTHS.length; review++) {
            if (LENGTHS[review] < 2) {
                assertThat(byReview).doesNotContainKey(review);
                continue;
            }
            int at = 0;
            int shortest = Integer.MAX_VALUE;
            int longest = 0;
            for (int[] piece : byReview.get(review)) {
                for (int id : piece) {
                    assertThat(PLACES.get(id)).containsExactly(review, at++);
                }
                shortest = Math.min(shortest, piece.length);
                longest = Math.max(longest, piece.length);
            }
            assertThat(at).isEqualTo(LENGTHS[review]);
            assertThat(longest).isBetween(2, most);
            assertThat(longest - shortest).isBetween(0, 1);
        }
    }

    @Test
    void aWordThatIsLeftAloneIsNoPiece() {
        List<int[]> pieces = pieces(new TextPieces(text.learnt(), 2).shuffled(4, 1));

        assertThat(pieces).allSatisfy(piece -> assertThat(piece).hasSize(2));
        assertThat(pieces)
                .hasSize(Arrays.stream(LENGTHS).map(length -> length / 2).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 32})
    void onlyTheSeedDecidesTheOrder(int size) {
        TextPieces used = new TextPieces(text.learnt(), 9);
        List<int[]> other = pieces(used.shuffled(size, 2));

        List<int[]> first = pieces(used.shuffled(size, 1));

        assertThat(first)
                .usingRecursiveComparison()
                .isEqualTo(pieces(new TextPieces(text.learnt(), 9).shuffled(size, 1)));
        assertThat(first).usingRecursiveComparison().isNotEqualTo(other);
    }

    @Test
    void countsItsTokens() {
        TextPieces.Batch all =
                new TextPieces(text.learnt(), 1_000).shuffled(100, 1).get(0);

        assertThat(all.tokens()).isEqualTo(Arrays.stream(LENGTHS).sum() - 2); // two reviews are a word
    }

    @Test
    void piecesOfABatchAreOfSimilarLength() {
        int batches = 0;
        for (TextPieces.Batch batch : new TextPieces(text.learnt(), 6).shuffled(8, 3)) {
            int[] lengths =
                    Arrays.stream(batch.ids()).mapToInt(piece -> piece.length).toArray();
            int shortest = Arrays.stream(lengths).min().orElseThrow();
            int longest = Arrays.stream(lengths).max().orElseThrow();
            batches += longest - shortest <= 2 ? 1 : 0;
        }
        assertThat(batches).isGreaterThanOrEqualTo(new TextPieces(text.learnt(), 6).batches(8) - 1);
    }
}
