package tritone.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import tritone.layers.TrainingState;
import tritone.model.EpochRecord;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;

/**
 * A training's state in one file of arrays, replaced as a whole, so that a process may be killed at any moment. It belongs to
 * one plan on one corpus, and says which.
 */
final class Checkpoint {
    private static final String NOW = "now/";
    private static final String BEST = "best/";
    private static final String RECENT = "recent/";
    private static final String SUM = "sum";
    private static final String CURVE = "curve";
    private static final String OPTIMISER = "optimiser";
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private final Path file;
    private final String belongsTo;

    /** {@code belongsTo} tells the plan and the data apart from all others. */
    Checkpoint(Path file, String belongsTo) {
        this.file = file;
        this.belongsTo = belongsTo;
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    void write(LoopState state) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        put(tensors, NOW, state.learner().weights());
        put(tensors, BEST, state.best());
        for (int i = 0; i < state.recent().size(); i++) {
            put(tensors, RECENT + i + "/", state.recent().get(i));
        }
        tensors.put(OPTIMISER, vector(state.learner().updater()));
        Map<String, String> metadata = new HashMap<>();
        metadata.put("belongs_to", belongsTo);
        metadata.put("step", Integer.toString(state.learner().step()));
        metadata.put("recent", Integer.toString(state.recent().size()));
        metadata.put("position", JSON.writeValueAsString(state.position()));
        metadata.put("records", JSON.writeValueAsString(state.records()));
        metadata.put(CURVE, JSON.writeValueAsString(state.curve()));
        metadata.put(SUM, sum(tensors, metadata));
        TensorFile.write(file, tensors, metadata);
    }

    /** Of all that the file holds but this sum: what goes on from a wrong number comes to other weights. */
    private static String sum(Map<String, Tensor> tensors, Map<String, String> metadata) {
        CRC32C sum = new CRC32C();
        Map<String, String> summed = new TreeMap<>(metadata);
        summed.remove(SUM);
        sum.update(summed.toString().getBytes(StandardCharsets.UTF_8));
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            sum.update((name + tensor.type() + tensor.shape()).getBytes(StandardCharsets.UTF_8));
            sum.update(tensor.data());
        });
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }

    private static void put(Map<String, Tensor> tensors, String prefix, Map<String, float[]> weights) {
        new TreeMap<>(weights).forEach((name, values) -> tensors.put(prefix + name, vector(values)));
    }

    private static Tensor vector(float[] values) {
        return Tensor.ofFloats(values, values.length);
    }

    /** What the file holds; refused if it is another training's. */
    LoopState read() throws IOException {
        TensorFile stored = TensorFile.read(file);
        Map<String, String> metadata = stored.metadata();
        if (!belongsTo.equals(metadata.get("belongs_to"))) {
            throw new CheckpointException(
                    file, "belongs to another plan, another corpus or another version of Tritone");
        }
        if (!sum(stored.tensors(), metadata).equals(metadata.get(SUM))) {
            throw new CheckpointException(file, "is damaged: its checksum differs");
        }
        try {
            List<Map<String, float[]>> recent = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(metadata.get("recent")); i++) {
                recent.add(weights(stored.tensors(), RECENT + i + "/"));
            }
            return new LoopState(
                    new TrainingState(
                            weights(stored.tensors(), NOW),
                            stored.tensors().get(OPTIMISER).floats(),
                            Integer.parseInt(metadata.get("step"))),
                    JSON.readValue(metadata.get("position"), LoopState.Position.class),
                    JSON.readValue(metadata.get("records"), new TypeReference<List<EpochRecord>>() {}),
                    recent,
                    weights(stored.tensors(), BEST),
                    curve(metadata));
        } catch (JsonProcessingException | NumberFormatException | NullPointerException e) {
            throw new CheckpointException(file, "is damaged");
        }
    }

    /** Older files know of none. */
    private static LearningCurve.State curve(Map<String, String> metadata) throws JsonProcessingException {
        return metadata.containsKey(CURVE)
                ? JSON.readValue(metadata.get(CURVE), LearningCurve.State.class)
                : LearningCurve.State.NONE;
    }

    private static Map<String, float[]> weights(Map<String, Tensor> tensors, String prefix) {
        Map<String, float[]> weights = new HashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                weights.put(name.substring(prefix.length()), tensor.floats());
            }
        });
        return weights;
    }
}
