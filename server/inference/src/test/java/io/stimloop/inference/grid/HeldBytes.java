package io.stimloop.inference.grid;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Counts the bytes in all arrays of numbers that objects of the project hold, each array once. */
final class HeldBytes {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private long bytes;

    static long of(Object... roots) throws IllegalAccessException {
        HeldBytes held = new HeldBytes();
        for (Object root : roots) {
            held.visit(root);
        }
        return held.bytes;
    }

    private void visit(Object object) throws IllegalAccessException {
        if (object == null || !seen.add(object)) {
            return;
        }
        if (object.getClass().isArray()) {
            visitArray(object);
        } else if (object instanceof Collection<?> collection) {
            for (Object element : collection) {
                visit(element);
            }
        } else if (object.getClass().getName().startsWith("io.stimloop.")) {
            visitFields(object);
        }
    }

    private void visitArray(Object array) throws IllegalAccessException {
        if (array instanceof Object[] elements) {
            for (Object element : elements) {
                visit(element);
            }
        } else {
            long width = array instanceof int[] ? Integer.BYTES : Double.BYTES;
            bytes += width * Array.getLength(array);
        }
    }

    private void visitFields(Object object) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                boolean reference = !field.getType().isPrimitive()
                        && !Modifier.isStatic(field.getModifiers());
                if (reference && type.getName().startsWith("io.stimloop.")) {
                    field.setAccessible(true);
                    visit(field.get(object));
                }
            }
        }
    }
}
