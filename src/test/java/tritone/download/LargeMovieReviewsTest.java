package tritone.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;

/** The corpus that is made of the archive, against the one that the reader of folders makes of it. */
class LargeMovieReviewsTest {
    @TempDir
    private Path folder;

    private List<WrittenPart> convert(MovieFiles movies) throws IOException {
        Path archive = Files.write(folder.resolve("a.tar.gz"), movies.archive());
        Path output = Files.createDirectories(folder.resolve("imdb"));
        List<Double> shares = new ArrayList<>();
        List<WrittenPart> parts = new LargeMovieReviews().write(archive, output, shares::add);
        assertThat(shares).isSorted().allMatch(share -> share >= 0 && share <= 1);
        return parts;
    }

    private static List<Review> read(CorpusPart part) throws IOException {
        List<Review> reviews = new ArrayList<>();
        try (ReviewReader reader = part.open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                reviews.add(review);
            }
        }
        return reviews;
    }

    private static Review withoutGroup(Review review) {
        return new Review(review.id(), review.text(), review.label(), review.rating(), Optional.empty());
    }

    @Test
    void theSameReviewsComeInTheSameOrderAsFromTheUnpackedFolder() throws IOException {
        MovieFiles movies = MovieFiles.complete();
        movies.put("aclImdb/train/pos/3_10.txt", "\ufeffbegins with a mark");
        Corpus unpacked = Corpus.open(movies.unpacked(folder.resolve("unpacked")), ReadingOptions.DEFAULTS);

        convert(movies);

        Corpus converted = Corpus.open(folder.resolve("imdb"), ReadingOptions.DEFAULTS);
        assertThat(converted.parts())
                .extracting(CorpusPart::split)
                .hasSize(3)
                .isEqualTo(unpacked.parts().stream().map(CorpusPart::split).toList());
        for (CorpusPart part : unpacked.parts()) {
            List<Review> expected = read(part);
            List<Review> found = read(converted.part(part.split()).orElseThrow());
            assertThat(found.stream().map(LargeMovieReviewsTest::withoutGroup)).containsExactlyElementsOf(expected);
            assertThat(found).allMatch(review -> review.group().isPresent());
        }
    }

    @Test
    void aReviewKnowsItsFilmByItsNumber() throws IOException {
        assertThat(convert(MovieFiles.complete()))
                .containsExactly(
                        new WrittenPart("train", 24, 4),
                        new WrittenPart("test", 24, 4),
                        new WrittenPart("unsup", 12, 4));

        Corpus corpus = Corpus.open(folder.resolve("imdb"), ReadingOptions.DEFAULTS);
        for (Review review : read(corpus.training())) {
            int number = Integer.parseInt(review.id().replaceAll("\\D*(\\d+)_.*", "$1"));
            assertThat(review.group()).contains("tt00" + (109 + number / 3));
        }
    }

    @Test
    void onlyThePartsAreLeftInTheFolder() throws IOException {
        convert(MovieFiles.complete());

        assertThat(folder.resolve("imdb").toFile().list())
                .containsExactlyInAnyOrder("train.jsonl.gz", "test.jsonl.gz", "unsup.jsonl.gz");
    }

    @Test
    void aReviewWithoutAFilmIsNamed() {
        MovieFiles movies =
                MovieFiles.complete().put("aclImdb/train/urls_pos.txt", "http://x/title/tt1/usercomments\n");

        assertThatThrownBy(() -> convert(movies))
                .isInstanceOf(ArchiveFormatException.class)
                .hasMessageContaining("a.tar.gz:aclImdb/train/urls_pos.txt: expected the film of 11_10.txt in line 12"
                        + " but found 1 lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "test", "train/unsup"})
    void aPartWithoutReviewsIsNamed(String part) {
        MovieFiles movies = MovieFiles.complete();
        for (int i = 0; i < 12; i++) {
            for (String rest : List.of("pos/" + i + "_" + (7 + i % 4), "neg/" + i + "_" + (1 + i % 4), i + "_0")) {
                movies.without("aclImdb/" + part + "/" + rest + ".txt");
            }
        }

        assertThatThrownBy(() -> convert(movies))
                .hasMessageContaining("expected reviews for " + part.replace("train/", "") + " but found none");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        MovieFiles movies = MovieFiles.complete().put("aclImdb/test/pos/3_10.txt", new byte[] {'a', (byte) 0xff});

        assertThatThrownBy(() -> convert(movies)).hasMessage("pos/3_10.txt: expected UTF-8 text but found other bytes");
    }
}
