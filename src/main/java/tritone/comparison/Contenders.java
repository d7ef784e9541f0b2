package tritone.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tritone.network.CellKind;
import tritone.training.Setting;

/**
 * Makes contenders of what was chosen for all of them and for some.
 *
 * @param common chosen for every cell that knows it
 * @param own chosen for one cell
 * @param variations every cell is there once for each combination of their values, as far as it knows the settings
 * @param completion adds to the settings of a contender what follows from them
 */
public record Contenders(
        Map<Setting, String> common,
        Map<CellKind, Map<Setting, String>> own,
        List<Variation> variations,
        Consumer<Map<Setting, String>> completion) {
    /** Contenders of these cells, in their order; all of a cell's variations stand together. */
    public List<Contender> of(List<CellKind> cells) {
        common.keySet().forEach(setting -> checkMeant(setting, cells));
        variations.forEach(variation -> checkMeant(variation.setting(), cells));
        if (variations.stream().map(Variation::setting).distinct().count() < variations.size()) {
            throw new IllegalArgumentException(
                    "a setting must be varied once, with all its values, but was twice: " + variations);
        }
        List<Contender> contenders = new ArrayList<>();
        for (CellKind cell : cells) {
            List<Map<Setting, String>> combinations = combinations(cell);
            for (int i = 0; i < combinations.size(); i++) {
                contenders.add(contender(cell, i, combinations.get(i)));
            }
        }
        contenders.forEach(Contender::plan); // refuses what no plan can be
        return contenders;
    }

    private static void checkMeant(Setting setting, List<CellKind> cells) {
        if (cells.stream().noneMatch(setting::appliesTo)) {
            throw new IllegalArgumentException(setting + " means nothing for any of the cells " + cells);
        }
    }

    private List<Map<Setting, String>> combinations(CellKind cell) {
        List<Map<Setting, String>> combinations = List.of(Map.of());
        for (Variation variation : variations) {
            if (variation.setting().appliesTo(cell)) {
                List<Map<Setting, String>> longer = new ArrayList<>();
                for (Map<Setting, String> combination : combinations) {
                    for (String value : variation.values()) {
                        Map<Setting, String> with = new EnumMap<>(Setting.class);
                        with.putAll(combination);
                        with.put(variation.setting(), value);
                        longer.add(with);
                    }
                }
                combinations = longer;
            }
        }
        return combinations;
    }

    private Contender contender(CellKind cell, int variation, Map<Setting, String> combination) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        common.forEach((setting, value) -> {
            if (setting.appliesTo(cell)) {
                settings.put(setting, value);
            }
        });
        settings.putAll(own.getOrDefault(cell, Map.of()));
        settings.putAll(combination);
        settings.put(Setting.CELL, cell.toString());
        completion.accept(settings);
        StringBuilder name = new StringBuilder(cell.toString());
        for (Variation one : variations) { // in the order in which they were typed
            if (combination.containsKey(one.setting())) {
                name.append(' ').append(one.setting()).append('=').append(combination.get(one.setting()));
            }
        }
        return new Contender(name.toString(), cell, variation, settings);
    }
}
