package tritone.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.Origin;
import tritone.text.Chain;

/** How it was made, so that it can be made again. */
final class OriginSection {
    private OriginSection() {}

    static Section of(Comparison comparison) {
        Origin origin = comparison.origin();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Listing(origin.command()));
        blocks.add(settings(comparison));
        blocks.add(new Table(
                "What was read",
                List.of("name", "use", "SHA-256"),
                origin.corpora().stream()
                        .map(source -> List.of(source.name(), source.use(), source.sha256()))
                        .toList()));
        blocks.add(machine(origin));
        return new Section("How this was made", blocks);
    }

    /** Each setting once, with its value for each contender. */
    private static Table settings(Comparison comparison) {
        List<String> head = new ArrayList<>(List.of("setting"));
        Set<String> settings = new LinkedHashSet<>();
        for (ContenderFindings contender : comparison.contenders()) {
            head.add(Looks.name(contender));
            settings.addAll(contender.contender().settings().keySet());
        }
        List<List<String>> rows = new ArrayList<>();
        for (String setting : settings) {
            List<String> row = new ArrayList<>(List.of(setting));
            comparison
                    .contenders()
                    .forEach(contender ->
                            row.add(value(setting, contender.contender().settings())));
            rows.add(row);
        }
        return new Table("Plans, but for the seed", head, rows);
    }

    private static String value(String setting, Map<String, String> settings) {
        String value = settings.getOrDefault(setting, Figures.NONE);
        // The chain's is one line for files, with all its words.
        return setting.equals("chain") && settings.containsKey(setting)
                ? Chain.parse(value).summary()
                : value;
    }

    private static Table machine(Origin origin) {
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("Tritone", origin.software().tritone()),
                List.of("day", origin.times().created()),
                List.of("Java", origin.times().machine().java()),
                List.of("system", origin.times().machine().system()),
                List.of("processor", origin.times().machine().cpu()),
                List.of("processors", Integer.toString(origin.times().machine().processors())),
                List.of("all trainings together", Looks.seconds(origin.times().trainingSeconds()))));
        origin.software().libraries().forEach((library, version) -> rows.add(List.of(library, version)));
        return new Table("Where and with what", List.of("", ""), rows);
    }
}
