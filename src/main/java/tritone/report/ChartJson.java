package tritone.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tritone.explanation.Html;

/** What charts.js needs to draw a chart, as JSON that may stand in a script element whatever it holds. */
final class ChartJson {
    /** More than any screen shows. */
    private static final MathContext DIGITS = new MathContext(6);

    private final JsonGenerator json;

    private ChartJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Chart chart) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            new ChartJson(json).write(chart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Inside of JSON these are only ever part of a string.
        return out.toString().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private void write(Chart chart) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", Html.cleaned(chart.title()));
        json.writeArrayFieldStart("xs");
        for (int axis = 0; axis < chart.xs().size(); axis++) {
            write(chart.xs().get(axis), allowsLog(chart, axis));
        }
        json.writeEndArray();
        json.writeFieldName("y");
        write(chart.y(), allowsLog(chart));
        json.writeArrayFieldStart("series");
        for (Series one : chart.series()) {
            write(chart, one);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Axis axis, boolean allowsLog) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", Html.cleaned(axis.name()));
        json.writeBooleanField("percent", axis.format() == Axis.Format.PERCENT);
        json.writeBooleanField("allowsLog", allowsLog);
        json.writeBooleanField("log", allowsLog && axis.scale() == Axis.Scale.LOG);
        if (axis.scale() == Axis.Scale.CATEGORIES) {
            json.writeArrayFieldStart("categories");
            for (String category : axis.categories()) {
                json.writeString(Html.cleaned(category));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Whether a reader may have an x axis logarithmic. */
    static boolean allowsLog(Chart chart, int axis) {
        return chart.xs().get(axis).scale() != Axis.Scale.CATEGORIES
                && areAboveZero(chart, one -> least(one.x().get(axis)));
    }

    /** Whether a reader may have the y axis logarithmic. */
    static boolean allowsLog(Chart chart) {
        return areAboveZero(chart, one -> Math.min(least(one.y()), Math.min(least(one.low()), least(one.high()))));
    }

    /** Bars stand on zero, so theirs never are. */
    private static boolean areAboveZero(Chart chart, ToDoubleFunction<Series> least) {
        List<Series> shown = ChartFigures.shown(chart);
        return shown.stream().allMatch(one -> one.mark() != Series.Mark.BARS && least.applyAsDouble(one) > 0);
    }

    private static double least(double[] values) {
        return DoubleStream.of(values).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
    }

    private void write(Chart chart, Series one) throws IOException {
        Look look = Look.of(one.style(), one.mark());
        json.writeStartObject();
        json.writeStringField("name", Html.cleaned(one.name()));
        json.writeStringField("mark", one.mark().name());
        json.writeStringField("tone", look.tone());
        json.writeStringField("symbol", look.symbol());
        json.writeBooleanField("hollow", look.hollow());
        json.writeArrayFieldStart("dash");
        for (int length : look.dash()) {
            json.writeNumber(length);
        }
        json.writeEndArray();
        writePlaces(chart, one);
        write("y", one.y());
        if (Stream.of(one.low(), one.high()).allMatch(ends -> ends.length > 0)) {
            write("low", one.low());
            write("high", one.high());
        }
        json.writeEndObject();
    }

    /** Most series of a chart share their places; these are the number of the first that has them. */
    private void writePlaces(Chart chart, Series one) throws IOException {
        Series first = chart.series().stream()
                .filter(other -> Arrays.deepEquals(other.x().toArray(), one.x().toArray()))
                .findFirst()
                .orElseThrow();
        json.writeFieldName("x");
        if (first != one) {
            json.writeNumber(chart.series().indexOf(first));
            return;
        }
        json.writeStartArray();
        for (double[] places : one.x()) {
            write(places);
        }
        json.writeEndArray();
    }

    private void write(String name, double[] values) throws IOException {
        json.writeFieldName(name);
        write(values);
    }

    private void write(double[] values) throws IOException {
        json.writeStartArray();
        for (double value : values) {
            if (Double.isFinite(value)) {
                json.writeRawValue(shortest(value));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    private static String shortest(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() <= 0 && rounded.precision() - rounded.scale() < 10
                ? rounded.toPlainString()
                : rounded.toString();
    }
}
