/** Shows the chains' figures as metrics. */
@NullMarked
package io.strikewire.gex.feed.cdi;

import org.jspecify.annotations.NullMarked;
