package io.stimloop.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** The way back of one request: to be answered once. Thread safe; nothing here waits for the reader. */
public final class Exchange {
    private final Channel channel;
    private final boolean keepAlive;
    private final boolean headOnly;

    Exchange(Channel channel, boolean keepAlive, boolean headOnly) {
        this.channel = channel;
        this.keepAlive = keepAlive;
        this.headOnly = headOnly;
    }

    /** Answers whole. */
    public void send(Answer answer) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                headOnly ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(answer.body()));
        head(response, answer.type());
        answer.headers().forEach(response.headers()::set);
        if (answer.status() != HttpResponseStatus.NOT_MODIFIED.code()) {
            response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        }
        HttpUtil.setKeepAlive(response, keepAlive);
        var written = channel.writeAndFlush(response);
        if (!keepAlive) {
            var _ = written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Answers with a stream of events, which lasts until either side ends it. */
    public EventStream stream() {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head(response, "text/event-stream; charset=utf-8");
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        // It ends when the connection does, so that an event is written as it is, without a chunk's frame around it.
        HttpUtil.setKeepAlive(response, false);
        var _ = channel.writeAndFlush(response, channel.voidPromise());
        return new EventStream(channel);
    }

    private static void head(HttpResponse response, String type) {
        SafeHeaders.add(response.headers());
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
    }

    /** From where the request came. */
    public String peer() {
        return String.valueOf(channel.remoteAddress());
    }
}
