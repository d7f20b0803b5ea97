package io.stimloop.control.pairs;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every objective there is; the level and the target lie among the responses of every model of the tests. */
final class ObjectiveTexts {
    private ObjectiveTexts() {}

    /** By the name that a spec gives it. */
    static Map<String, String> all(int neurons) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("infomax", "infomax { }");
        texts.put("minimumVariance", "minimum_variance { }");
        texts.put("minimumDeterminant", "minimum_determinant { }");
        texts.put("predictionError", "prediction_error { }");
        texts.put("uncertainty", "uncertainty { }");
        texts.put("probabilityOfImprovement", "probability_of_improvement { margin: 0.01 }");
        texts.put("expectedImprovement", "expected_improvement { }");
        texts.put("levelSet", "level_set { level: 0.5 }");
        texts.put("targetResponse",
                "target_response { exploration: 1 " + "target: 0.5 ".repeat(neurons) + "}");
        return texts;
    }
}
