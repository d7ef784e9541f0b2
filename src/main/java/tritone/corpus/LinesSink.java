package tritone.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Set;

/** A line for each review: its text, in fastText's format after its label. */
final class LinesSink implements ReviewSink {
    private final Writer out;
    private final boolean labels;
    private final Escapes escapes;
    private long line;

    LinesSink(Writer out, CorpusFormat format, Escapes escapes) {
        this.out = out;
        this.labels = format == CorpusFormat.FASTTEXT;
        this.escapes = escapes;
    }

    @Override
    public Set<Field> write(Review review, String place) throws IOException {
        String text = escapes.encoded(review.text(), "\n\r", place);
        String row = labels ? labelled(review, text, place) : text;
        if (!labels && line == 0 && text.startsWith(FastTextReader.PREFIX)) {
            throw new CorpusFormatException(
                    place,
                    "expected a first text that cannot be taken for fastText's but found one that begins with "
                            + FastTextReader.PREFIX);
        }
        line++;
        out.write(line == 1 ? ReviewWriter.afterByteOrderMark(row) : row);
        out.write('\n');
        return lost(review);
    }

    private static String labelled(Review review, String text, String place) {
        String other = FastTextReader.labelIn(text);
        if (other != null) {
            throw new CorpusFormatException(
                    place,
                    "expected a text without a word that fastText takes for a label but found \"" + Quote.of(other)
                            + "\"");
        }
        if (review.label().filter(FastTextReader::isCut).isPresent()) {
            throw new CorpusFormatException(
                    place,
                    "expected a label without spaces, as fastText wants it, but found \""
                            + Quote.of(review.label().get()) + "\"");
        }
        return review.label().map(label -> FastTextReader.PREFIX + label + " ").orElse("") + text;
    }

    /** Whatever does not stand in the line; an id that only counts lines is not lost. */
    private Set<Field> lost(Review review) {
        Set<Field> lost = EnumSet.noneOf(Field.class);
        if (!review.id().equals(Long.toString(line))) {
            lost.add(Field.ID);
        }
        if (review.label().isPresent() && !labels) {
            lost.add(Field.LABEL);
        }
        if (review.rating().isPresent()) {
            lost.add(Field.RATING);
        }
        if (review.group().isPresent()) {
            lost.add(Field.GROUP);
        }
        return lost;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
