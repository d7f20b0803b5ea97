package io.stimloop.planning.continuous;

import java.util.ArrayList;
import java.util.List;

/** From where to go uphill: the best that is known, no two of them near each other. */
final class Starts {
    private final StimulusBox box;
    private final double[][] candidates;
    private final double[][] points;
    private final double spacing;

    /** @param candidates one row per stimulus, of the box; not modified */
    Starts(StimulusBox box, double[][] candidates) {
        this.box = box;
        this.candidates = candidates;
        this.points = new double[candidates.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = box.point(candidates[i]);
        }
        this.spacing = StrictMath.pow(candidates.length, -1.0 / Math.max(1, box.continuous().length));
    }

    /** How far apart neighbouring candidates are, about, in coordinates. */
    double spacing() {
        return spacing;
    }

    /**
     * The best first.
     *
     * @param utilities of the candidates; NaN or minus infinity where they are no starts
     * @param others    that are starts as well as any candidate
     * @param most      how many at most
     */
    List<Optimum> best(double[] utilities, List<Optimum> others, int most) {
        List<Optimum> chosen = new ArrayList<>();
        while (chosen.size() < most) {
            Optimum next = betterOf(bestCandidate(utilities, chosen), bestOf(others, chosen));
            if (next.none()) {
                return chosen;
            }
            chosen.add(next);
        }
        return chosen;
    }

    private static Optimum betterOf(Optimum candidate, Optimum other) {
        return other.none() || candidate.utility() > other.utility() ? candidate : other;
    }

    private Optimum bestCandidate(double[] utilities, List<Optimum> chosen) {
        int best = -1;
        for (int i = 0; i < utilities.length; i++) {
            boolean better = utilities[i] > (best < 0 ? Double.NEGATIVE_INFINITY : utilities[best]);
            if (better && apart(points[i], chosen)) {
                best = i;
            }
        }
        return best < 0 ? Optimum.NONE : new Optimum(points[best], candidates[best], utilities[best]);
    }

    private Optimum bestOf(List<Optimum> others, List<Optimum> chosen) {
        Optimum best = Optimum.NONE;
        for (Optimum other : others) {
            boolean better = !other.none() && (best.none() || other.utility() > best.utility());
            if (better && apart(other.point(), chosen)) {
                best = other;
            }
        }
        return best;
    }

    private boolean apart(double[] point, List<Optimum> chosen) {
        return chosen.stream().allMatch(one -> box.apart(point, one.point()) > spacing);
    }
}
