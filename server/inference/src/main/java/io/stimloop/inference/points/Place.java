package io.stimloop.inference.points;

/** Stands for where points stand; two places are the same only when they are the same object. */
public final class Place {}
