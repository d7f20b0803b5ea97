package io.stimloop.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Ends the process when memory outside the heap runs out. The JVM's own option for that heeds only what the JVM
 * itself throws; a buffer that cannot be had is thrown by Java code, and a network library goes on without it.
 */
final class MemoryWatch extends ChannelInboundHandlerAdapter {
    private final Runnable outOfMemory;

    MemoryWatch(Runnable outOfMemory) {
        this.outOfMemory = outOfMemory;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        check(failure, outOfMemory);
        context.fireExceptionCaught(failure);
    }

    /** Calls the end if that is what a failure, or its cause, means. */
    static void check(Throwable failure, Runnable outOfMemory) {
        if (failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError) {
            outOfMemory.run();
        }
    }
}
