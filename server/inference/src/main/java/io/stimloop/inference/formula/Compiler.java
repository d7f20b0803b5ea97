package io.stimloop.inference.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a program of a tree. What does not depend on parameters is worked out once, the same thing only once; arrays
 * that hold results on the way are used again as soon as the step that reads them is done.
 */
final class Compiler {
    private final List<Program.Known> constants = new ArrayList<>();
    private final List<Program.Load> stimuli = new ArrayList<>();
    private final List<Program.Load> parameters = new ArrayList<>();
    private final List<Program.Step> once = new ArrayList<>();
    private final List<Program.Step> everywhere = new ArrayList<>();
    private final Set<Integer> single = new HashSet<>();
    private final Set<Integer> broadcast = new LinkedHashSet<>();
    private final Map<Node, Integer> known = new HashMap<>();
    private final Set<Integer> passing = new HashSet<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int slots;

    private Compiler() {}

    /** The program of a tree. */
    static Program compile(Node tree) {
        Compiler compiler = new Compiler();
        int result = compiler.slot(tree);
        return new Program(compiler.slots, compiler.constants, compiler.stimuli, compiler.parameters,
                compiler.once,
                List.copyOf(compiler.broadcast), compiler.everywhere, result, tree.varies());
    }

    /** The slot where the value of a node will be. */
    private int slot(Node node) {
        if (node instanceof Node.Apply apply && node.varies()) {
            return everywhere(apply);
        }
        Integer before = known.get(node);
        if (before != null) {
            return before;
        }
        int slot = leaf(node);
        known.put(node, slot);
        return slot;
    }

    private int leaf(Node node) {
        return switch (node) {
            case Node.Constant constant -> {
                int slot = newSlot();
                constants.add(new Program.Known(constant.value(), slot));
                yield slot;
            }
            case Node.Stimulus stimulus -> {
                int slot = newSingle();
                stimuli.add(new Program.Load(stimulus.index(), slot));
                yield slot;
            }
            case Node.Parameter parameter -> {
                int slot = newSlot();
                parameters.add(new Program.Load(parameter.index(), slot));
                yield slot;
            }
            case Node.Apply apply -> {
                List<Integer> arguments = apply.arguments().stream().map(this::slot).toList();
                int slot = newSingle();
                once.add(new Program.Step(apply.function(), arguments, slot));
                yield slot;
            }
        };
    }

    private int everywhere(Node.Apply apply) {
        List<Integer> arguments = apply.arguments().stream().map(this::slot).toList();
        arguments.stream().filter(single::contains).forEach(broadcast::add);
        // Taken before the arguments are let go: a result may not overwrite what it is made of.
        Integer spare = free.poll();
        int slot = spare == null ? newSlot() : spare;
        passing.add(slot);
        everywhere.add(new Program.Step(apply.function(), arguments, slot));
        arguments.stream().filter(passing::remove).forEach(free::push);
        return slot;
    }

    private int newSingle() {
        int slot = newSlot();
        single.add(slot);
        return slot;
    }

    private int newSlot() {
        return slots++;
    }
}
