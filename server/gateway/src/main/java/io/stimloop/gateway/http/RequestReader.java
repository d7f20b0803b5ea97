package io.stimloop.gateway.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands at the end of a connection: turns away what is not for this server and hands on the rest. */
final class RequestReader extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(RequestReader.class);

    private final HostRule hosts;
    private final Handler handler;

    RequestReader(HostRule hosts, Handler handler) {
        this.hosts = hosts;
        this.handler = handler;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest raw) {
        if (!context.channel().isWritable()) {
            // Who asks on and does not read the answers would have them pile up here.
            var _ = context.close();
            return;
        }
        Exchange exchange = new Exchange(context.channel(), HttpUtil.isKeepAlive(raw),
                raw.method().equals(HttpMethod.HEAD));
        if (raw.decoderResult().isFailure()) {
            exchange.send(Answer.text(400, "this is no HTTP request"));
            var _ = context.close();
            return;
        }
        try {
            answer(context, raw, exchange);
        } catch (RuntimeException failure) {
            LOG.error("internal error while answering {} {}", raw.method(), raw.uri(), failure);
            exchange.send(Answer.text(500, "internal error; the server's log has the details"));
        }
    }

    private void answer(ChannelHandlerContext context, FullHttpRequest raw, Exchange exchange) {
        Request request;
        try {
            request = Request.of(raw.method().name(), raw.uri(), raw.headers(),
                    ByteBufUtil.getBytes(raw.content()), context.pipeline().get(SslHandler.class) != null);
        } catch (IllegalArgumentException wrong) {
            exchange.send(Answer.text(400, "the address cannot be read: " + wrong.getMessage()));
            return;
        }
        boolean looks = raw.method().equals(HttpMethod.GET) || raw.method().equals(HttpMethod.HEAD);
        if (!hosts.admits(request.header("Host"))) {
            exchange.send(Answer.text(403, "ask for localhost"));
        } else if (!looks && !HostRule.sameOrigin(request)) {
            exchange.send(Answer.text(403, "only this server's own page may command it"));
        } else {
            handler.handle(request, exchange);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            var _ = context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (!(failure instanceof IOException)) {
            LOG.debug("a connection of the page is closed", failure);
        }
        var _ = context.close();
    }
}
