package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.ReadingOptions;
import tritone.inspection.Finding;
import tritone.inspection.Inspection;
import tritone.inspection.InspectionOptions;
import tritone.inspection.Inspector;
import tritone.inspection.Kind;
import tritone.text.Chain;
import tritone.vocabulary.CorpusCounts;

/** Runs where the Large Movie Review Dataset lies beside the project. */
@EnabledIf("isThere")
class ImdbTest {
    private static final Path FILE = Path.of("../shared/imdb/train.tsv.gz");

    static boolean isThere() {
        return FILE.toFile().exists();
    }

    @Test
    void isReadWhole() throws IOException {
        CorpusPart part = Corpus.open(FILE, ReadingOptions.DEFAULTS).training();

        CorpusCounts one = CorpusCounts.of(part, Chain.DEFAULT, 1, read -> {});
        CorpusCounts two = CorpusCounts.of(part, Chain.DEFAULT, 2, read -> {});

        assertThat(one.classes(Labels.POLARITY)).isEqualTo(Map.of("neg", 12_500L, "pos", 12_500L));
        assertThat(one.bytesRead().unzipped()).isEqualTo(33_745_067);
        assertThat(two.tokens().ranked(50_000, 1)).isEqualTo(one.tokens().ranked(50_000, 1));
    }

    @Test
    void itsRepeatsAreFoundAndNoReviewSeemsForeign() throws IOException {
        InspectionOptions options = new InspectionOptions(Chain.DEFAULT, 400, 2, Exception::toString);

        Inspection inspection =
                Inspector.inspect(Corpus.open(FILE, ReadingOptions.DEFAULTS).parts(), options, (part, read) -> {});

        Map<Kind, Long> counts =
                inspection.findings().stream().collect(Collectors.toMap(Finding::kind, Finding::count));
        assertThat(counts)
                .containsEntry(Kind.SAME_TEXT, 96L)
                .containsEntry(Kind.SAME_WORDS, 3L)
                .containsEntry(Kind.NEAR_TEXT, 14L)
                .containsEntry(Kind.OTHER_LANGUAGE, 0L)
                .containsEntry(Kind.TWO_LABELS, 0L);
    }
}
