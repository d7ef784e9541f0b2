package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.explanation.Html;

/** Compares with a reader of Markdown that knows nothing of us. */
class MarkdownTest {
    private static final Parser READER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create()))
            .build();

    /** Names of the nodes under a node in their order; text is not named but added to {@code text}. */
    private static List<String> nodes(Node parent, StringBuilder text) {
        List<String> names = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text found) {
                text.append(found.getLiteral());
            } else if (!(node instanceof HtmlInline comment
                    && comment.getLiteral().equals("<!-- -->"))) {
                names.add(node.getClass().getSimpleName());
            }
            names.addAll(nodes(node, text));
        }
        return names;
    }

    private static void assertIsText(String text) {
        StringBuilder paragraph = new StringBuilder();
        List<String> names = nodes(READER.parse(Markdown.escaped(text)), paragraph);
        assertThat(paragraph.toString()).as(text).isEqualTo(Html.cleaned(text).strip());
        assertThat(names).as(text).isEqualTo(paragraph.isEmpty() ? List.of() : List.of("Paragraph"));

        StringBuilder cells = new StringBuilder();
        String table = Markdown.table(List.of("a", text), Stream.of(List.of(text, "b")));
        Node document = READER.parse(table);
        assertThat(nodes(document, cells))
                .as(table)
                .containsExactly(
                        "TableBlock",
                        "TableHead",
                        "TableRow",
                        "TableCell",
                        "TableCell",
                        "TableBody",
                        "TableRow",
                        "TableCell",
                        "TableCell");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "# heading",
                "- list",
                "+ list",
                "-",
                "---",
                "- - -",
                "===",
                "1. one",
                "2) two",
                "12.5 % of 3.",
                "> quote",
                "a | b \\| c",
                "**bold** _em_ ~~gone~~ `code` ``",
                "[a](http://b.c) ![x](y) [r]: z",
                "http://a.b HTTPS://c.d ftp://e.f www.g.h me@i.j @team",
                "&amp; &lt; &#35; <!-- -->",
                "    code",
                "\tcode",
                "a\\",
                "a\n\nb\r\n# c",
                "two  \nlines",
                "$x$ \\$",
                "```",
                "~~~",
                "* * *",
                "  ",
                "\u05e9\u05dc\u05d5\u05dd \ud83d\ude00 \ud800 \u0000"
            })
    void anyTextIsNothingButText(String text) {
        assertIsText(text);
    }

    @Test
    void anyMixtureIsNothingButText() {
        String[] pieces = {
            "<", ">", "&", "#", "-", "=", "+", "*", "_", "`", "~", "[", "]", "(", ")", "!", "|", "\\", "\n", " ", "\t",
            "1", ".", ":", "//", "http", "www", "@", "a", "b.c", "b>", "amp;", "$", "\""
        };
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertIsText(text.toString());
        }
    }

    @Test
    void cellsOfATableComeBackAsTheyWere() {
        Node table = READER.parse(Markdown.table(List.of("a|b", "c\nd"), Stream.of(List.of("\\|", "|"))));
        List<String> cells = new ArrayList<>();
        for (Node part = table.getFirstChild().getFirstChild(); part != null; part = part.getNext()) {
            for (Node cell = part.getFirstChild().getFirstChild(); cell != null; cell = cell.getNext()) {
                StringBuilder text = new StringBuilder();
                nodes(cell, text);
                assertThat(cell).isInstanceOf(TableCell.class);
                cells.add(text.toString());
            }
        }

        assertThat(cells).containsExactly("a|b", "c d", "\\|", "|");
    }

    @Test
    void aListingEndsWhereItEnds() {
        List<String> lines = List.of("./tritone ```` --x", "```", "# no heading", "    four");

        Node first = READER.parse(Markdown.fenced(lines) + "\n# after").getFirstChild();

        assertThat(first).isInstanceOf(FencedCodeBlock.class);
        assertThat(((FencedCodeBlock) first).getLiteral()).isEqualTo(String.join("\n", lines) + "\n");
        assertThat(first.getNext().getClass().getSimpleName()).isEqualTo("Heading");
        assertThat(first.getNext().getFirstChild()).isNotInstanceOf(Code.class);
    }
}
