/** The pipeline's settings: read once, checked at start. */
@NullMarked
package io.strikewire.pipeline.config;

import org.jspecify.annotations.NullMarked;
