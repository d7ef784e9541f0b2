package tritone.report;

import java.util.stream.Collectors;

/** A document as a file of Markdown, for places that show no pages. Charts are tables in it, if these are short. */
public final class MarkdownFile {
    private MarkdownFile() {}

    public static String render(Document document) {
        Form form = new MarkdownForm();
        String answer = document.answer().stream()
                .map(sentence -> Markdown.escaped(sentence) + "\n\n")
                .collect(Collectors.joining());
        String sections = document.sections().stream()
                .map(section -> "## " + Markdown.escaped(section.title()) + "\n\n"
                        + section.blocks().stream().map(block -> block.in(form)).collect(Collectors.joining()))
                .collect(Collectors.joining());
        return ("# " + Markdown.escaped(document.title()) + "\n\n" + answer + sections).strip() + "\n";
    }
}
