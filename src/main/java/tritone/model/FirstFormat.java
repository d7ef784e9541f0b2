package tritone.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tritone.encoding.Truncation;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;
import tritone.evaluation.Temperature;
import tritone.network.CellKind;
import tritone.network.NetworkSpec;

/** What {@code config.json} held in format 1, before models had a temperature. */
final class FirstFormat {
    static final int NUMBER = 1;

    private FirstFormat() {}

    /** What the file holds. */
    @JsonIgnoreProperties("checksum")
    record Config(
            int format,
            FirstArchitecture architecture,
            FirstTraining training,
            Provenance provenance,
            Map<String, Checksums> files) {
        /** The same as it is told today. */
        ConfigFile.Config now() {
            return new ConfigFile.Config(ConfigFile.FORMAT, architecture.now(), training.now(), provenance, files);
        }
    }

    /** An {@link Architecture}. */
    record FirstArchitecture(CellKind cell, List<String> labels, Truncation truncation, Optional<NetworkSpec> network) {
        private Architecture now() {
            return new Architecture(cell, labels, truncation, network, Temperature.NONE);
        }
    }

    /** A {@link Training}. */
    record FirstTraining(
            Map<String, String> plan,
            int trainingReviews,
            int validationReviews,
            List<EpochRecord> epochs,
            int bestEpoch,
            Optional<Evaluation> validation) {
        private Training now() {
            return new Training(
                    plan,
                    trainingReviews,
                    validationReviews,
                    epochs,
                    bestEpoch,
                    validation,
                    Optional.empty(),
                    Slices.NONE);
        }
    }
}
