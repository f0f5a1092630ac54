/** Market contexts that are asked for: one request for many, and the degraded mode. */
@NullMarked
package io.strikewire.context.feed;

import org.jspecify.annotations.NullMarked;
