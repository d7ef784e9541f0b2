package tritone.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tritone.classification.ExplainedPrediction;
import tritone.classification.ExplainedWord;
import tritone.explanation.Explanation;

/** An explanation as an object of JSON. */
final class ExplanationObject {
    private ExplanationObject() {}

    static Map<String, Object> of(ExplainedPrediction said) {
        Explanation explanation = said.explanation();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("log_odds", (float) explanation.logOdds());
        object.put("baseline", (float) explanation.baseline());
        object.put("residual", (float) explanation.residual());
        object.put("words", said.words().stream().map(ExplanationObject::of).toList());
        List<Float> running = new ArrayList<>();
        for (float probability : said.running()) {
            running.add(probability);
        }
        object.put("running", running);
        return object;
    }

    private static Map<String, Object> of(ExplainedWord word) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("word", word.text());
        object.put("start", word.start());
        object.put("end", word.end());
        object.put("attribution", (float) word.attribution());
        word.occlusion().ifPresent(fall -> object.put("occlusion", (float) fall));
        object.put("known", word.known());
        object.put("read", word.read());
        return object;
    }
}
