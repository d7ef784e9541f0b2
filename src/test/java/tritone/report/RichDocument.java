package tritone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tritone.explanation.PageWord;
import tritone.report.Series.Mark;

/** A document with everything that a document may hold, and names that would like to be more than text. */
final class RichDocument {
    static final String HOSTILE =
            "<script>alert(1)</script>\"'&</script><img src=x onerror=alert(2)>|`*_[a](http://b.c)";

    private static final double NONE = Double.NaN;

    private static final List<String> NAMES =
            List.of("SimpleRNN", "SimpleRNN, clipped", "LSTM", "LSTM, 2 levels", "GRU", "GRU, 2 levels");

    private RichDocument() {}

    static Document of() {
        return new Document(
                "Three cells on movie reviews",
                List.of(
                        "The GRU is the one to trust: it gets 87.3 % of the reviews right, 1.9 more in a hundred than the"
                                + " SimpleRNN.",
                        "Between the GRU and the LSTM chance may decide; a linear model is as good as the SimpleRNN and"
                                + " learns in a twentieth of the time.",
                        HOSTILE),
                List.of(
                        new Section("Who is right how often", List.of(figures(), bars(), intervals())),
                        new Section(
                                "How they learn", List.of(new Prose("Each trained three times."), curves(), costs())),
                        new Section("Where they differ", List.of(calibration(), slices(), scatter())),
                        new Section(HOSTILE, List.of(hostileTable(), hostileChart(), new Prose(HOSTILE))),
                        new Section("Reviews to read", List.of(examples())),
                        new Section(
                                "How it was made", List.of(new Listing("./tritone compare --seed 1\n" + HOSTILE)))));
    }

    private static Style style(int i) {
        return new Style(Tone.values()[i / 2], i % 2);
    }

    private static Table figures() {
        List<List<String>> rows = IntStream.range(0, NAMES.size())
                .mapToObj(i -> List.of(
                        NAMES.get(i),
                        Figures.percent(0.834 + 0.0071 * i),
                        "\u00b1 0.6",
                        Figures.number(66_241 * (i + 1)),
                        Figures.number(12.34 * (i + 1)),
                        Figures.number(0.412 - 0.013 * i),
                        i % 2 == 0 ? "as good as a linear model" : "better"))
                .toList();
        return new Table(
                "Figures on 2,500 reviews that none of them has seen",
                List.of("Contender", "Accuracy", "95 %", "Numbers", "Minutes", "Log loss", "In words"),
                rows);
    }

    private static Chart bars() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            double y = 0.834 + 0.0071 * i;
            series.add(Series.of(NAMES.get(i), Mark.BARS, style(i), new double[] {i}, new double[] {y})
                    .between(new double[] {y - 0.012}, new double[] {y + 0.011}));
        }
        return new Chart(
                "Accuracy",
                "Share of right answers; lines are 95 % confidence intervals.",
                List.of(Axis.of("contender", NAMES)),
                Axis.of("accuracy", Axis.Format.PERCENT),
                series);
    }

    private static Chart intervals() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double base = 0.78 + 0.02 * i;
            double[] y =
                    DoubleStream.of(0.03, -0.04, 0, 0.05).map(d -> base + d).toArray();
            series.add(Series.of(Tone.values()[i].name(), Mark.POINTS, new Style(Tone.values()[i], 0), upTo(4), y)
                    .between(moved(y, -0.03), moved(y, 0.03)));
        }
        return new Chart(
                "By length",
                "Longer reviews are harder for cells that forget.",
                List.of(Axis.of("tokens", List.of("up to 100", "101 to 250", "251 to 500", "501 and more"))),
                Axis.of("accuracy", Axis.Format.PERCENT),
                series);
    }

    private static Chart curves() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int rate = i;
            double[] epochs = DoubleStream.iterate(1, x -> x + 1).limit(12).toArray();
            double[] tokens = DoubleStream.of(epochs).map(e -> e * 4_980_000).toArray();
            double[] seconds =
                    DoubleStream.of(epochs).map(e -> e * (40 + 31 * rate)).toArray();
            double[] y = DoubleStream.of(epochs)
                    .map(e -> 0.3 + 0.4 * Math.exp(-e * (0.2 + 0.05 * rate)) + 0.004 * e)
                    .toArray();
            if (i == 1) {
                y[5] = NONE;
            }
            double[] train = IntStream.range(0, 12)
                    .mapToDouble(e -> y[e] * (0.98 - 0.035 * e))
                    .toArray();
            List<double[]> xs = List.of(epochs, tokens, seconds);
            series.add(new Series(NAMES.get(i), Mark.LINE, style(i), xs, y, moved(y, -0.02), moved(y, 0.02)));
            series.add(new Series(NAMES.get(i), Mark.DASHED, style(i), xs, train, new double[0], new double[0]));
        }
        return new Chart(
                "Loss on the validation part",
                "Full lines are validation, dots training; bands span three seeds.",
                List.of(
                        Axis.of("epoch", Axis.Format.NUMBER),
                        Axis.log("tokens read", Axis.Format.NUMBER),
                        Axis.of("seconds", Axis.Format.NUMBER)),
                Axis.of("log loss", Axis.Format.NUMBER),
                series);
    }

    private static Chart costs() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Style style = new Style(Tone.values()[i / 2], i % 2);
            double[] sizes = {16, 64, 256, 1024};
            double cost = 1 + i;
            double[] y = DoubleStream.of(sizes).map(s -> cost * s * s / 90).toArray();
            series.add(Series.of("contender " + i, Mark.LINE, style, sizes, y).between(times(y, 0.8), times(y, 1.25)));
        }
        return new Chart(
                "What an epoch costs",
                "Five tones in two variations each.",
                List.of(Axis.log("units", Axis.Format.NUMBER)),
                Axis.log("seconds", Axis.Format.NUMBER),
                series);
    }

    private static Chart calibration() {
        double[] x = {0.05, 0.2, 0.4, 0.6, 0.8, 0.97};
        List<Series> series = new ArrayList<>();
        series.add(Series.of("as said", Mark.GUIDE, Style.NEUTRAL, new double[] {0, 1}, new double[] {0, 1}));
        for (int i = 0; i < 3; i++) {
            double bend = 1 + 0.3 * i;
            double[] y = DoubleStream.of(x).map(p -> Math.pow(p, bend)).toArray();
            series.add(Series.of(NAMES.get(2 * i), Mark.LINE, style(2 * i), x, y));
        }
        return new Chart(
                "Do they mean what they say?",
                "Of answers with a probability of 80 % as many should be right.",
                List.of(Axis.of("probability", Axis.Format.PERCENT)),
                Axis.of("share that is positive", Axis.Format.PERCENT),
                series);
    }

    private static Chart slices() {
        List<String> words =
                List.of("no negation", "a negation", "irony as far as one can tell", "ratings 4 and 7", "rest");
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double base = 0.7 + 0.02 * i;
            double[] y =
                    DoubleStream.of(0.1, -0.1, -0.3, -0.2, 0).map(d -> base + d).toArray();
            series.add(
                    Series.of(NAMES.get(i), Mark.BARS, style(i), upTo(5), y).between(moved(y, -0.04), moved(y, 0.04)));
        }
        return new Chart(
                "Kinds of reviews",
                "Accuracy on parts of the reviews.",
                List.of(Axis.of("part", words)),
                Axis.of("accuracy", Axis.Format.PERCENT),
                series);
    }

    private static Chart scatter() {
        Random random = new Random(7);
        double[] size = random.doubles(40, 4, 7).map(e -> Math.pow(10, e)).toArray();
        double[] right = random.doubles(40, 0.7, 0.9).toArray();
        double[] speed = random.doubles(40, 100, 9000).toArray();
        return new Chart(
                "Size and accuracy",
                "Each point is a trial.",
                List.of(Axis.log("numbers", Axis.Format.NUMBER), Axis.of("reviews a second", Axis.Format.NUMBER)),
                Axis.of("accuracy", Axis.Format.PERCENT),
                List.of(
                        new Series(
                                "trial",
                                Mark.POINTS,
                                new Style(Tone.GRU, 0),
                                List.of(size, speed),
                                right,
                                new double[0],
                                new double[0]),
                        new Series(
                                "chosen",
                                Mark.POINTS,
                                new Style(Tone.GRU, 1),
                                List.of(new double[] {123_456}, new double[] {5000}),
                                new double[] {0.88},
                                new double[] {0.86},
                                new double[] {0.9})));
    }

    private static Table hostileTable() {
        return new Table(HOSTILE, List.of(HOSTILE, "b\nc"), List.of(List.of(HOSTILE, HOSTILE), List.of("", "7\n8")));
    }

    private static Chart hostileChart() {
        double[] x = {0, 1};
        return new Chart(
                HOSTILE,
                HOSTILE,
                List.of(Axis.of(HOSTILE, List.of(HOSTILE, "\u0007\u2028")), Axis.of(HOSTILE + 2, Axis.Format.NUMBER)),
                Axis.of(HOSTILE, Axis.Format.NUMBER),
                List.of(
                        new Series(
                                HOSTILE,
                                Mark.LINE,
                                new Style(Tone.LSTM, 0),
                                List.of(x, x),
                                new double[] {-3, 5},
                                new double[0],
                                new double[0]),
                        new Series(
                                "__proto__",
                                Mark.POINTS,
                                Style.NEUTRAL,
                                List.of(x, x),
                                new double[] {4, NONE},
                                new double[0],
                                new double[0])));
    }

    private static Examples examples() {
        return new Examples(
                "Reviews on which they disagree most.",
                List.of(
                        new Examples.Example(
                                "test/1234_7.txt",
                                "positive",
                                "rating 7",
                                List.of(answer(0, "negative", false, 1), answer(4, "positive", true, 2))),
                        new Examples.Example(HOSTILE, HOSTILE, HOSTILE, List.of(hostileAnswer())),
                        new Examples.Example("empty", "negative", "", List.of())));
    }

    private static Examples.Answer answer(int i, String label, boolean right, int seed) {
        Random random = new Random(seed);
        String text =
                "I did not expect to like this one , and for half an hour I did n't : the plot creaks , the lead is"
                        + " wooden , the score is borrowed . But then it finds its feet and the last act is a wonder of"
                        + " timing and of warmth . Not great , yet far from the disaster that they say it is";
        List<PageWord> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            double weight = Math.pow(random.nextDouble(), 3) * (random.nextBoolean() ? 1 : -1);
            words.add(word.equals("creaks") ? PageWord.unknown(word, weight) : PageWord.known(word, weight));
        }
        words.add(PageWord.unread("and so on"));
        float[] running = new float[words.size() - 1];
        for (int step = 0; step < running.length; step++) {
            running[step] = (float) (0.5 + 0.4 * Math.sin(step / 9.0 * seed));
        }
        return new Examples.Answer(NAMES.get(i), style(i), label, 0.913, right, words, running);
    }

    private static Examples.Answer hostileAnswer() {
        List<PageWord> words = List.of(PageWord.known(HOSTILE, 1), PageWord.unknown("# <b>", -0.5));
        return new Examples.Answer(HOSTILE, Style.NEUTRAL, HOSTILE, 0.5, true, words, new float[] {0.5f, 0.6f});
    }

    private static double[] upTo(int end) {
        return IntStream.range(0, end).asDoubleStream().toArray();
    }

    private static double[] moved(double[] values, double by) {
        return DoubleStream.of(values).map(value -> value + by).toArray();
    }

    private static double[] times(double[] values, double factor) {
        return DoubleStream.of(values).map(value -> value * factor).toArray();
    }
}
