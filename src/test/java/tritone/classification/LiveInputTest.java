package tritone.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFormat;
import tritone.corpus.ReadingOptions;
import tritone.corpus.RowReader;

/** Reviews that come as they are written: whoever writes one sees its answer before the next. */
@Timeout(60)
class LiveInputTest {
    private static final ReadingOptions LINES =
            new ReadingOptions(Optional.of(CorpusFormat.LINES), Map.of(), Optional.empty(), Optional.empty());

    private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();
    private PipedOutputStream input;
    private Thread running;

    @BeforeEach
    void begin() throws IOException {
        input = new PipedOutputStream();
        PipedInputStream end = new PipedInputStream(input, 1 << 20);
        running = new Thread(() -> run(end), "live-input");
        running.start();
    }

    @AfterEach
    void end() throws Exception {
        input.close();
        running.join();
    }

    private void run(PipedInputStream in) {
        try (Classifier classifier = Classifier.open(Path.of("models/imdb-gru"));
                RowReader rows = new RowReader(Corpus.of("live", in, LINES).parts())) {
            new BulkClassifier(classifier, 2, new StageTimes()).run(rows, outcomes -> {
                outcomes.forEach(outcome -> answered.add(outcome.row().id()));
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String lines) throws IOException {
        input.write(lines.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private void assertAnswered(int from, int to) throws InterruptedException {
        List<String> expected =
                IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
        for (String id : expected) {
            assertThat(answered.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
        }
    }

    @Test
    void eachReviewIsAnsweredBeforeTheNextIsWritten() throws Exception {
        for (int review = 1; review <= 5; review++) {
            write("The film was dull.\n");

            assertAnswered(review, review);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 63, 64, 65, 127, 128, 129})
    void soIsAHandful(int reviews) throws Exception {
        write("A lovely film.\n".repeat(reviews));

        assertAnswered(1, reviews);
        write("Another.\n");
        assertAnswered(reviews + 1, reviews + 1);
    }

    @Test
    void soIsALongReview() throws Exception {
        write("dull ".repeat(30_000) + "\n");

        assertAnswered(1, 1);
    }

    @Test
    void aLineThatIsNotEndedIsAnsweredAtTheEnd() throws Exception {
        write(IntStream.range(0, 2050).mapToObj(i -> "dull " + i).collect(Collectors.joining("\n")));
        assertAnswered(1, 2049);
        assertThat(answered.poll(200, TimeUnit.MILLISECONDS)).isNull();

        input.close();

        assertAnswered(2050, 2050);
    }
}
