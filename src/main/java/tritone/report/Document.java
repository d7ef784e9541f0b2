package tritone.report;

import java.util.List;

/**
 * A report before it has a form.
 *
 * @param answer what it comes to, in sentences; the first one stands alone at the top
 * @param sections in the order in which people want them: the answer's table first, provenance last
 */
public record Document(String title, List<String> answer, List<Section> sections) {
    public Document {
        answer = List.copyOf(answer);
        sections = List.copyOf(sections);
    }
}
