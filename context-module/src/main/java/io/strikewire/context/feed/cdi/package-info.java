/** Shows the feed's figures as metrics. */
@NullMarked
package io.strikewire.context.feed.cdi;

import org.jspecify.annotations.NullMarked;
