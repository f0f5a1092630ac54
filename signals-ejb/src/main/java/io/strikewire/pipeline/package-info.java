/** What the pipeline shares: who goes first when there is not enough processor for all. */
@NullMarked
package io.strikewire.pipeline;

import org.jspecify.annotations.NullMarked;
