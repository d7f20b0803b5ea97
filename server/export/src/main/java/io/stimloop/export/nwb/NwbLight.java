package io.stimloop.export.nwb;

import io.stimloop.control.spec.StimulusDimension;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.Trial;
import io.stimloop.hdf5.Group;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.LightOutput;
import io.stimloop.v1.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The light that was put out: for every target a site, which its device lights, and the power there over time. Nothing where
 * an experiment drives no light. Not thread safe.
 */
final class NwbLight {
    private static final String DEVICE = "light_source";
    private static final double WATTS_PER_MW = 1e-3;
    private static final double SECONDS_PER_MS = 1e-3;
    private static final double USUAL_PULSE_MS = 10;

    /** A dimension that is the power of light. */
    private record Beam(int dimension, NwbSeries series) {}

    private final ExperimentSpec spec;
    private final double pulseSeconds;
    private final List<Beam> beams = new ArrayList<>();

    NwbLight(Session session, Group root, Group general, String identity) throws IOException {
        spec = session.spec().original();
        pulseSeconds = pulseMs(spec.getSafety().getLight()) * SECONDS_PER_MS;
        List<Integer> dimensions = lit(session.spec().dimensions());
        Group stimulus = root.group("stimulus");
        Group presentation = stimulus.group("presentation");
        stimulus.group("templates");
        if (dimensions.isEmpty()) {
            return;
        }
        Group device = NwbType.DEVICE.in(general.group("devices"), DEVICE, identity);
        device.attribute("description",
                or(spec.getSession().getLightSource(), "the light source of the rig"));
        Group sites = general.group("optogenetics");
        for (int dimension : dimensions) {
            String name = session.spec().dimensions().get(dimension).name();
            site(sites, dimension, name, identity + "/optogenetics");
            NwbSeries series = new NwbSeries(NwbType.LIGHT, presentation, "light_" + name, "watts",
                    "power at " + name + ", in watts, from each of these times on" + meaning(),
                    identity + "/stimulus");
            series.group().soft("site", "/general/optogenetics/" + name);
            beams.add(new Beam(dimension, series));
        }
    }

    private static double pulseMs(LightOutput light) {
        boolean one = !light.hasPulses()
                || (light.getPulses().hasFixed() && light.getPulses().getFixed() == 1);
        if (!one || light.getPulseMs().hasDimension()) {
            return Double.NaN;
        }
        return light.hasPulseMs() ? light.getPulseMs().getFixed() : USUAL_PULSE_MS;
    }

    private String meaning() {
        return Double.isNaN(pulseSeconds)
                ? "; a sample for each command, whose pulses are as the experiment's spec says"
                : "; a command is one pulse, after which the power is 0 again";
    }

    private List<Integer> lit(List<StimulusDimension> dimensions) {
        List<Integer> lit = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            if (spec.getStimulus().hasTargets()
                    || spec.getSafety().getLight().getPowerMwList().contains(dimensions.get(d).name())) {
                lit.add(d);
            }
        }
        return lit;
    }

    private void site(Group sites, int dimension, String name, String identity) throws IOException {
        Group site = NwbType.SITE.in(sites, name, identity);
        site.text("description", description(dimension, name));
        site.text("location", or(spec.getSession().getLightLocation(), "unknown"));
        site.number("excitation_lambda", spec.getSession().hasWavelengthNm()
                ? (float) spec.getSession().getWavelengthNm()
                : Float.NaN);
        site.soft("device", "/general/devices/" + DEVICE);
    }

    private String description(int dimension, String name) {
        if (!spec.getStimulus().hasTargets()) {
            return "where " + name + " is put out";
        }
        Target target = spec.getStimulus().getTargets().getTargets(dimension);
        return "target " + name + " at x " + target.getXUm() + " um, y " + target.getYUm()
                + " um in its plane";
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** What was presented; where nothing was learned but the stimulator delivered, what was commanded. */
    void add(Trial trial) throws IOException {
        double[] powers = trial.presented().length == 0 && trial.delivery().equals("DELIVERED")
                ? trial.stimulus()
                : trial.presented();
        for (Beam beam : beams) {
            double power = beam.dimension() < powers.length ? powers[beam.dimension()] : 0;
            if (power > 0) {
                beam.series().add(trial.startSeconds(), power * WATTS_PER_MW);
                if (!Double.isNaN(pulseSeconds)) {
                    beam.series().add(trial.startSeconds() + pulseSeconds, 0);
                }
            }
        }
    }
}
