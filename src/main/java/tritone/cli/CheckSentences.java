package tritone.cli;

import java.util.Optional;
import tritone.inspection.Finding;
import tritone.inspection.Inspection;
import tritone.inspection.Kind;
import tritone.text.Language;

/** What {@code corpus check} says of each kind of finding. */
final class CheckSentences {
    private final int maxTokens;
    private final int medianTokens;
    private final long reviews;
    private final Optional<Language> expected;

    CheckSentences(Inspection inspection, int maxTokens) {
        this.maxTokens = maxTokens;
        medianTokens = inspection.medianTokens();
        reviews = inspection.reviews();
        expected = inspection.language();
    }

    String of(Finding finding) {
        String noun = noun(finding.kind());
        if (!finding.isFound()) {
            return "no " + noun + " " + what(finding.kind());
        }
        String share = noun.equals("review") && finding.count() * 100 >= reviews
                ? " (" + TextTable.percent((double) finding.count() / reviews) + ")"
                : "";
        String sentence = counted(finding.count(), noun) + share + " " + what(finding.kind());
        return (finding.groups() == 0 ? sentence : sentence + ", in " + counted(finding.groups(), "group"))
                + betterChain(finding);
    }

    /** Where most texts are in one other language, the chain that is made for that. */
    private String betterChain(Finding finding) {
        if (finding.kind() != Kind.OTHER_LANGUAGE) {
            return "";
        }
        return finding.details().stream()
                .flatMap(detail -> detail.counts().entrySet().stream())
                .filter(entry -> 2 * entry.getValue() > reviews)
                .flatMap(entry -> Language.named(entry.getKey()).stream())
                .filter(Language::hasAnalyzer)
                .map(language -> "; --chain lucene:" + language + " is made for " + language.title())
                .findFirst()
                .orElse("");
    }

    static String counted(long number, String noun) {
        return TextTable.figure(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case BAD_ROW -> "row";
            case ONE_LABEL, IMBALANCE -> "part";
            case RARE_LABEL -> "label";
            case TWO_LABELS,
                    NO_LABEL,
                    SHARED_TEXT,
                    SHARED_NEAR,
                    SAME_TEXT,
                    SAME_WORDS,
                    NEAR_TEXT,
                    SAME_ID,
                    EMPTY_TEXT,
                    OTHER_LANGUAGE,
                    MOJIBAKE,
                    LOST_CHARACTER,
                    CONTROL_CHARACTER,
                    RATING_IN_TEXT,
                    CUT_TEXT,
                    SHORT_TEXT,
                    LONG_TEXT,
                    MARKUP -> "review";
        };
    }

    /** What follows a noun in singular or plural. */
    private String what(Kind kind) {
        return switch (kind) {
            case BAD_ROW -> "that cannot be read";
            case SHARED_TEXT -> "with the words of one in an earlier part or input";
            case SHARED_NEAR -> "nearly like one in an earlier part or input";
            case TWO_LABELS -> "labelled otherwise than another of the same words";
            case SAME_TEXT -> "with the text of an earlier one";
            case SAME_WORDS -> "with the words of an earlier one, but for case, marks, white space or markup";
            case NEAR_TEXT -> "nearly like an earlier one";
            case SAME_ID -> "with the id of an earlier one";
            case EMPTY_TEXT -> "without any token";
            case ONE_LABEL -> "with a single label";
            case RARE_LABEL -> "with fewer than ten reviews, or less than one in a hundred";
            case NO_LABEL -> "without label where most have one";
            case OTHER_LANGUAGE ->
                "in another language"
                        + expected.map(known -> " than " + known.title()).orElse("");
            case MOJIBAKE -> "with UTF-8 that was read as Latin-1 or Windows-1252";
            case LOST_CHARACTER -> "with U+FFFD, which stands for a lost character";
            case CONTROL_CHARACTER ->
                "with control characters (those from \\u0080 on are mostly Windows-1252 that was read as Latin-1)";
            case IMBALANCE -> "with a label more than three times as frequent as another";
            case RATING_IN_TEXT -> "naming a rating, which may give the label away";
            case CUT_TEXT -> "of more than " + maxTokens + " tokens, which --max-tokens " + maxTokens + " cuts";
            case SHORT_TEXT -> "of fewer than five tokens";
            case LONG_TEXT -> "more than ten times as long as the median, " + medianTokens + " tokens";
            case MARKUP -> "with tags or entities";
        };
    }
}
