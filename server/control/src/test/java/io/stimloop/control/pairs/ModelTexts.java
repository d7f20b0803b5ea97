package io.stimloop.control.pairs;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small spec of every model and form of belief there is, without its objective. */
final class ModelTexts {
    private static final String LINE = """
            stimulus { dimensions { name: "x" unit: "1" values { from: -4 to: 4 count: 5 } } }
            """;
    private static final String CELL = "neurons { name: \"cell\" }\n";

    private static final String TUNING = """
            model { tuning_curve { shape: GAUSSIAN noise { NOISE }
              parameters { key: "baseline" value { values: [0.2, 3] } }
              parameters { key: "amplitude" value { values: [2, 8, 20] } }
              parameters { key: "preferred" value { from: -4 to: 4 count: 5 } }
              parameters { key: "width" value { values: [1, 2] } } } }
            """;

    private static final String PSYCHOMETRIC = """
            model { psychometric { shape: SHAPE
              parameters { key: "guess" value { values: 0.1 } }
              parameters { key: "threshold" value { VALUES } }
              parameters { key: "slope" value { values: 2 } }
              parameters { key: "lapse" value { values: 0.02 } } } }
            """;

    private static final String GLM = """
            stimulus { vector { name: "pixel" unit: "1" size: 4 max_norm: 1.5 candidates: 9 } }
            model { glm { link: LINK filter { variance: 0.3 } bias { mean: 0.5 sd: 0.5 }
              history { lags: 2 weight_sd: 0.05 } drift_sd: 0.01 } }
            """;

    private static final String MULTINOMIAL = """
            model { multinomial { alternatives: ALTERNATIVES weight_sd: 1 lapse { prior { a: 2 b: 10 } } } }
            """;

    private static final String PARTICLES = "belief { particles { count: 300 } }\n";
    private static final String COUNTS = """
            model { formula { counts { rate: "b + a * exp(-(x - mu)^2)" noise { NOISE } }
              parameters { key: "b" value { BS } }
              parameters { key: "a" value { AS } }
              parameters { key: "mu" value { MUS } } } }
            """;
    private static final String BINARY = """
            model { formula { binary { probability: "logistic(k * (x - t))" }
              parameters { key: "k" value { KS } }
              parameters { key: "t" value { TS } } } }
            """;
    private static final String CHOICES = """
            model { formula { choice { logits: "0" logits: "k * x" logits: "c" }
              parameters { key: "k" value { from: -1 to: 1 count: 5 } }
              parameters { key: "c" value { values: [-1, 0, 2] } } } }
            """;
    private static final String VALUE = """
            model { formula { value { location: "LOCATION" FAMILY }
              parameters { key: "a" value { AS } }
              parameters { key: "s" value { SS } } } }
            """;

    private static final String OPTOGENETIC = """
            neurons { name: "first" } neurons { name: "second" }
            stimulus { targets { targets { name: "a" } targets { name: "b" } targets { name: "c" }
              powers { values: [0, 2, 6] } most_at_once: 2 candidates: 14 } }
            model { optogenetic { link: LINK bias { mean: 0.5 sd: 0.5 } weight { mean: 1 sd: 0.5 }
              connected: 0.3 half_power: 3 exponent: 1.5 } }
            """;

    private ModelTexts() {}

    /** By name. */
    static Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("tuning curve, Poisson", CELL + LINE + TUNING.replace("NOISE", "poisson { }"));
        texts.put("tuning curve, negative binomial", CELL + LINE + TUNING.replace("NOISE",
                "negative_binomial { dispersion { values: [0.1, 0.4] } }"));
        texts.put("tuning curves of three neurons", CELL + CELL.replace("cell", "second")
                + CELL.replace("cell", "third") + LINE + TUNING.replace("NOISE", "poisson { }"));
        texts.put("GLM, exponential", CELL + GLM.replace("LINK", "EXPONENTIAL"));
        texts.put("GLM, soft-rectified", CELL + GLM.replace("LINK", "SOFT_RECTIFIED"));
        texts.put("GLM, covariance of low rank",
                CELL + "belief { gaussian { rank: 3 } }\n" + GLM.replace("LINK", "EXPONENTIAL"));
        texts.put("psychometric function, grid", CELL + LINE + PSYCHOMETRIC.replace("SHAPE", "WEIBULL")
                .replace("VALUES", "from: -4 to: 4 count: 9"));
        texts.put("psychometric function, particles",
                CELL + LINE + "belief { particles { count: 300 } }\n"
                        + PSYCHOMETRIC.replace("SHAPE", "CUMULATIVE_NORMAL")
                                .replace("VALUES", "prior { normal { mean: 0 sd: 3 } }"));
        texts.put("multinomial, two alternatives", CELL + LINE + MULTINOMIAL.replace("ALTERNATIVES", "2"));
        texts.put("multinomial, three alternatives", CELL + LINE + MULTINOMIAL.replace("ALTERNATIVES", "3"));
        texts.put("multinomial, particles", CELL + LINE + "belief { particles { count: 300 } }\n"
                + MULTINOMIAL.replace("ALTERNATIVES", "3"));
        texts.put("optogenetic, exponential", OPTOGENETIC.replace("LINK", "EXPONENTIAL"));
        texts.put("optogenetic, soft-rectified", OPTOGENETIC.replace("LINK", "SOFT_RECTIFIED"));
        addFormulas(texts);
        return texts;
    }

    private static void addFormulas(Map<String, String> texts) {
        String counts = COUNTS.replace("BS", "values: [0.5, 2]").replace("AS", "values: [2, 8, 20]")
                .replace("MUS", "from: -4 to: 4 count: 5");
        texts.put("formula of Poisson counts", CELL + LINE + counts.replace("NOISE", "poisson { }"));
        texts.put("formula of two neurons' counts, particles", CELL + CELL.replace("cell", "second") + LINE
                + PARTICLES + COUNTS.replace("NOISE", "poisson { }")
                        .replace("BS", "prior { gamma { shape: 2 scale: 0.5 } }")
                        .replace("AS", "prior { log_normal { median: 8 log_sd: 0.5 } }")
                        .replace("MUS", "prior { uniform { from: -4 to: 4 } }"));
        texts.put("formula of negative-binomial counts", CELL + LINE + counts.replace("NOISE",
                "negative_binomial { dispersion { values: [0.1, 0.4] } }"));
        texts.put("formula of two outcomes, grid", CELL + LINE + BINARY.replace("KS", "values: [0.5, 2]")
                .replace("TS", "from: -4 to: 4 count: 9"));
        texts.put("formula of two outcomes, particles", CELL + LINE + PARTICLES
                + BINARY.replace("KS", "prior { log_normal { median: 1 log_sd: 0.5 } }")
                        .replace("TS", "prior { uniform { from: -4 to: 4 } }"));
        texts.put("formula of three choices", CELL + LINE + CHOICES);
        String normal = VALUE.replace("LOCATION", "a * x").replace("FAMILY", "normal { sd: \"s\" }");
        texts.put("formula of a normal value, grid", CELL + LINE
                + normal.replace("AS", "from: -2 to: 2 count: 9").replace("SS", "values: [0.5, 1]"));
        texts.put("formula of a normal value, particles", CELL + LINE + PARTICLES
                + normal.replace("AS", "prior { normal { mean: 0 sd: 1 } }").replace("SS", "values: 0.7"));
        texts.put("formula of a log-normal value", CELL + LINE
                + VALUE.replace("LOCATION", "exp(a * x)").replace("FAMILY", "log_normal { log_sd: \"s\" }")
                        .replace("AS", "from: -0.5 to: 0.5 count: 9").replace("SS", "values: [0.3, 0.6]"));
    }
}
