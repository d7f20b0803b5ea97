package io.stimloop.rig.client;

import io.stimloop.rig.guard.OutputLimits;
import io.stimloop.rig.guard.RestRule;
import io.stimloop.rig.guard.TogetherRule;
import io.stimloop.v1.Dimension;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.LightOutput;
import io.stimloop.v1.SafetyLimits;
import io.stimloop.v1.Target;
import io.stimloop.v1.TargetPair;
import io.stimloop.v1.TargetStimulus;
import io.stimloop.v1.Welcome;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The limits of an experiment as an adapter reads them from Welcome, by itself. What the limits file does not say allows
 * nothing. Not here: how fast a value may change, what a shared beam does between two patterns, and what is shown on a
 * display, to which the server alone holds.
 */
final class DeviceLimits {
    private final ExperimentSpec spec;
    private final SafetyLimits limits;
    private final Draught draught;

    private DeviceLimits(Welcome welcome) {
        spec = welcome.getExperiment().getSpec();
        limits = welcome.getExperiment().getLimits().getLimits();
        draught = new Draught(names(spec));
    }

    /** Those that hold for a rig that was welcomed so. */
    static OutputLimits of(Welcome welcome) {
        return new DeviceLimits(welcome).read(welcome.getLimitsSha256());
    }

    private OutputLimits read(String sha256) {
        spec.getSafety().getLimitsMap()
                .forEach((name, range) -> draught.within(name, range.getMin(), range.getMax()));
        if (spec.getStimulus().hasTargets()) {
            targets(spec.getStimulus().getTargets());
        }
        hold(limits);
        if (spec.getSafety().hasTighter()) {
            hold(limits.toBuilder().mergeFrom(spec.getSafety().getTighter()).build());
        }
        return draught.limits(sha256);
    }

    private void hold(SafetyLimits limits) {
        limits.getDimensionsMap().forEach((name, range) -> draught.within(name,
                range.hasMin() ? range.getMin() : Double.NEGATIVE_INFINITY,
                range.hasMax() ? range.getMax() : Double.POSITIVE_INFINITY));
        List<String> lights = lights();
        if (!lights.isEmpty()) {
            LightLimitsReader light = new LightLimitsReader(limits.getOptical(), spec.getSafety().getLight(),
                    draught);
            light.read(lights);
            TargetStimulus targets = spec.getStimulus().getTargets();
            light.spacing(targets.getTargetsList(),
                    Math.max(targets.getMinDistanceUm(), limits.getOptical().getMinSpacingUm()));
        }
        if (spec.getSafety().hasCurrent()) {
            new CurrentLimitsReader(limits.getElectrical(), spec.getSafety().getCurrent(), draught).read();
        }
    }

    private static List<String> names(ExperimentSpec spec) {
        return spec.getStimulus().hasTargets()
                ? spec.getStimulus().getTargets().getTargetsList().stream().map(Target::getName).toList()
                : spec.getStimulus().getDimensionsList().stream().map(Dimension::getName).toList();
    }

    /** What the spec itself says. */
    private void targets(TargetStimulus targets) {
        for (Target target : targets.getTargetsList()) {
            draught.within(target.getName(), 0,
                    target.hasMostPower() ? target.getMostPower() : Double.POSITIVE_INFINITY);
        }
        int[] all = IntStream.range(0, draught.names().size()).toArray();
        draught.add(new TogetherRule(all, Math.max(1, targets.getMostAtOnce()),
                targets.hasMostTotalPower() ? targets.getMostTotalPower() : Double.POSITIVE_INFINITY));
        for (int target : all) {
            Target one = targets.getTargets(target);
            long restNanos = Messages
                    .nanos(one.hasRefractory() ? one.getRefractory() : targets.getRefractory());
            if (restNanos > 0) {
                draught.add(new RestRule(new int[]{target}, restNanos));
            }
        }
        for (TargetPair pair : targets.getForbiddenPairsList()) {
            draught.apart(draught.names().indexOf(pair.getFirst()),
                    draught.names().indexOf(pair.getSecond()));
        }
    }

    private List<String> lights() {
        LightOutput light = spec.getSafety().getLight();
        return spec.getStimulus().hasTargets() && light.getPowerMwCount() == 0
                ? draught.names()
                : light.getPowerMwList();
    }
}
