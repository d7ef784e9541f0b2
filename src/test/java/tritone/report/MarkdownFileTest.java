package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tritone.explanation.PageWord;
import tritone.report.Series.Mark;

class MarkdownFileTest {
    private static Document document(Block... blocks) {
        return new Document("Title", List.of("First.", "Second."), List.of(new Section("Section", List.of(blocks))));
    }

    private static Chart chart(int points) {
        double[] x = IntStream.range(0, points).asDoubleStream().toArray();
        return new Chart(
                "Chart",
                "What is to be seen.",
                List.of(Axis.of("epoch", Axis.Format.NUMBER)),
                Axis.of("accuracy", Axis.Format.PERCENT),
                List.of(
                        Series.of("as said", Mark.GUIDE, Style.NEUTRAL, x, x),
                        Series.of("LSTM", Mark.LINE, Style.NEUTRAL, x, new double[points])));
    }

    @Test
    void showsEverythingInItsOrder() {
        Table table = new Table("Caption", List.of("Name", "Share"), List.of(List.of("a|b", "87.3 %")));
        List<PageWord> words = List.of(
                PageWord.known("Not", -0.5),
                PageWord.unknown("<b>", 0.25),
                PageWord.known("the", 0),
                PageWord.unread("end"));
        Examples examples = new Examples(
                "To read.",
                List.of(new Examples.Example(
                        "7.txt",
                        "pos",
                        "rating 7",
                        List.of(
                                new Examples.Answer("LSTM", Style.NEUTRAL, "neg", 0.913, false, words, new float[0]),
                                new Examples.Answer(
                                        "GRU", Style.NEUTRAL, "pos", 0.6, true, List.of(), new float[0])))));

        String file = MarkdownFile.render(
                document(new Prose("A # b."), table, chart(2), examples, new Listing("./tritone <compare>\n  again")));

        assertThat(file).isEqualTo("""
                # Title

                First.

                Second.

                ## Section

                A \\# b.

                Caption

                | Name | Share |
                |---|---|
                | a\\|b | 87.3 % |

                ### Chart

                What is to be seen.

                |  | epoch | accuracy |
                |---|---|---|
                | LSTM | 0 | 0.0 % |
                | LSTM | 1 | 0.0 % |

                To read.

                ### 7.txt

                Its label: **pos**, rating 7

                > Not &lt;b&gt; the end

                - **LSTM** said **neg** with 91.3 %: wrong; moved most by **Not** -0.50, **&lt;b&gt;** +0.25
                - **GRU** said **pos** with 60.0 %: right

                ```
                ./tritone <compare>
                  again
                ```
                """);
    }

    @Test
    void leavesLongTablesOfChartsToThePage() {
        assertThat(MarkdownFile.render(document(chart(30)))).contains("| LSTM | 29 | 0.0 % |");
        assertThat(MarkdownFile.render(document(chart(31))))
                .endsWith("What is to be seen.\n\nThe drawing and its 31 points are in the page.\n");
    }
}
