package tritone.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;

/** Levels on top of each other with their weights. It keeps what they keep, so it serves one batch at a time. */
final class LevelStack {
    private final List<Level> levels = new ArrayList<>();
    private final List<Map<String, float[]>> weights = new ArrayList<>();

    /**
     * A stack of these levels.
     *
     * @param all weights by the names of {@link NetworkSpec#parameters()}
     */
    LevelStack(List<LevelShape> shapes, Map<String, float[]> all, Arithmetic arithmetic, Workers workers) {
        for (int i = 0; i < shapes.size(); i++) {
            levels.add(new Level(shapes.get(i), arithmetic, workers));
            Map<String, float[]> own = new HashMap<>();
            for (ParameterShape parameter : shapes.get(i).parameters()) {
                own.put(parameter.name(), all.get(NetworkSpec.name(i, parameter.name())));
            }
            weights.add(own);
        }
    }

    /** What the highest level gives; see {@link Level#forward}. */
    float[] forward(LevelInput input, boolean training) {
        LevelInput seen = input;
        float[] features = {};
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            features = level.forward(weights.get(i), seen, level.passage(input.layout(), training));
            seen = LevelInput.ofPlaces(input.layout(), features);
        }
        return features;
    }

    /** The gradient of the lowest level's rows, after a way forward in training. */
    float[] back(float[] gradient, int window) {
        float[] rows = gradient;
        for (int i = levels.size() - 1; i >= 0; i--) {
            rows = levels.get(i).back(rows, window).rows();
        }
        return rows;
    }

    /** The gradient of the highest level's states, after a way forward in training; see {@link Level#stateGradient}. */
    float[] stateGradient(float[] gradient) {
        return levels.get(levels.size() - 1).stateGradient(gradient);
    }
}
