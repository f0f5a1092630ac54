/** Continuity in the pipeline: what is followed, what is held, and what it shows. */
@NullMarked
package io.strikewire.continuity.cdi;

import org.jspecify.annotations.NullMarked;
