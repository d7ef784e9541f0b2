package tritone.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Set;

/** Nothing but texts, a line each. */
final class LinesSink implements ReviewSink {
    private final Writer out;
    private final Escapes escapes;
    private long line;

    LinesSink(Writer out, Escapes escapes) {
        this.out = out;
        this.escapes = escapes;
    }

    @Override
    public Set<Field> write(Review review, String place) throws IOException {
        String text = escapes.encoded(review.text(), "\n\r", place);
        line++;
        out.write(line == 1 ? ReviewWriter.afterByteOrderMark(text) : text);
        out.write('\n');
        return lost(review, line);
    }

    /** Whatever is not the text; an id that only counts lines is not lost. */
    private static Set<Field> lost(Review review, long line) {
        Set<Field> lost = EnumSet.noneOf(Field.class);
        if (!review.id().equals(Long.toString(line))) {
            lost.add(Field.ID);
        }
        if (review.label().isPresent()) {
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
