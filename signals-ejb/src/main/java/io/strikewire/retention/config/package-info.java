/** The retention's setting. */
@NullMarked
package io.strikewire.retention.config;

import org.jspecify.annotations.NullMarked;
