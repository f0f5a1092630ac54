/** The stage that gives a raw signal its meaning. */
@NullMarked
package io.strikewire.normalize.cdi;

import org.jspecify.annotations.NullMarked;
