package tritone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tritone.comparison.CaseReader;
import tritone.comparison.Comparison;

/** A comparison as a document: the answer first, then what makes it sure, then why it is so. */
public final class ComparisonDocument {
    private ComparisonDocument() {}

    /**
     * The document.
     *
     * @param onlyOneRight the comparison's cases of that name with their texts
     * @param worstErrors the same of these
     */
    public static Document of(
            String title,
            Comparison comparison,
            List<CaseReader.ReadCase> onlyOneRight,
            List<CaseReader.ReadCase> worstErrors) {
        List<Section> sections = new ArrayList<>();
        sections.add(AnswerSection.of(comparison));
        PairSection.of(comparison).ifPresent(sections::add);
        VariationSection.of(comparison).ifPresent(sections::add);
        CurveSection.of(comparison).ifPresent(sections::add);
        sections.add(SurenessSection.of(comparison));
        sections.add(SliceSection.of(comparison));
        CostSection.of(comparison).ifPresent(sections::add);
        WhySection.of(comparison).ifPresent(sections::add);
        new ExampleSection(comparison).of(onlyOneRight, worstErrors).ifPresent(sections::add);
        sections.add(OriginSection.of(comparison));
        return new Document(title, comparison.conclusions(), sections);
    }

    /** A section, unless there is nothing in it. */
    static Optional<Section> section(String title, List<Block> blocks) {
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section(title, blocks));
    }
}
